import type { Item } from "./item.ts";

/** The statements that each notebook has a theorem cell for, by the name of its file. */
export const theoremCells: Readonly<Record<string, readonly string[]>> = {
  "01-quadratic": [
    "wang-2021/theorem-12",
    "wang-2021/theorem-12-rate",
    "wang-2021/corollary-10",
    "wang-2021/theorem-1",
    "wang-2021/theorem-2-rate",
    "wang-2021/momentum-condition",
    "wang-2021/theorem-2",
    "wang-2021/theorem-12-asymptotic",
    "wang-2021/algorithms-1-and-2",
    "wang-2021/lemma-5",
    "wang-2021/lemma-15",
    "wang-2021/lemma-16",
  ],
  "02-norm-is-not-radius": [
    "wang-2020/lemma-3",
    "wang-2020/lemma-5",
    "wang-2021/theorem-9",
    "wang-2021/theorem-9-sharp",
    "wang-2021/equation-59",
    "wang-2021/equation-63",
    "wang-2021/theorem-11",
    "wang-2020/theta",
    "wang-2020/theta-small",
    "wang-2020/theorem-2",
    "wang-2020/equation-11",
    "wang-2020/lemma-9",
  ],
  "03-one-recurrence": [
    "wang-2021/lemma-5",
    "wang-2021/lemma-6",
    "wang-2021/lemma-7",
    "wang-2021/lemma-8",
    "wang-2021/theorem-11",
    "wang-2021/theorem-27",
    "wang-2021/equation-118",
  ],
  "04-relu": [
    "wang-2021/theorem-13",
    "wang-2021/theorem-3",
    "bu-2021/fact-2-2",
    "bu-2021/fact-2-1",
    "bu-2021/equation-2-8",
    "bu-2021/lemma-4",
    "wang-2021/lemma-17",
    "wang-2021/lemma-21",
    "wang-2021/lemma-18",
    "bu-2021/lemma-5",
    "wang-2021/lemma-22",
    "wang-2021/lemma-7",
  ],
  "05-deep-linear": [
    "wang-2021/theorem-14",
    "wang-2021/theorem-4",
    "wang-2021/lemma-23",
    "wang-2021/lemma-23-loss",
    "wang-2021/lemma-8",
  ],
  "06-linear-resnet": [
    "zou-2020/section-5-1",
    "zou-2020/section-4-identity",
    "zou-2020/section-4-modified-identity",
    "zou-2020/theorem-3-1",
    "zou-2020/proposition-3-3",
    "zou-2020/corollary-3-4",
    "zou-2020/theorem-3-6",
    "zou-2020/theorem-3-8",
    "zou-2020/corollary-3-7",
    "zou-2020/corollary-3-9",
    "zou-2020/lemma-a-1",
    "zou-2020/lemma-a-2",
  ],
  "07-flows": [
    "bu-2021/equation-2-2",
    "bu-2021/theorem-1",
    "bu-2021/lemma-6-sharp",
    "bu-2021/theorem-2",
    "bu-2021/lemma-6",
    "bu-2021/equation-a-6",
    "bu-2021/equation-b-1",
    "bu-2021/lemma-6-changing-kernel",
    "bu-2021/equation-2-5",
    "bu-2021/lemma-6-distance",
    "bu-2021/lemma-8-distance",
    "bu-2021/theorem-3",
    "bu-2021/lemma-8",
    "bu-2021/theorem-3-sharp",
  ],
  "08-high-resolution": [
    "liu-2022/section-5-2",
    "liu-2022/remark-5",
    "liu-2022/remark-5-low",
    "liu-2022/remark-5-rest",
    "liu-2022/equation-25",
    "liu-2022/equation-27",
    "liu-2022/theorem-1",
    "liu-2022/theorem-2",
    "liu-2022/remark-3",
    "liu-2022/equation-30",
    "liu-2022/figure-1",
    "liu-2022/equation-31",
    "liu-2022/lemma-4-energy",
    "liu-2022/lemma-6-energy",
    "liu-2022/remark-3-exact",
    "liu-2022/lemma-4",
    "liu-2022/lemma-6",
  ],
  "09-your-problem": ["wang-2021/theorem-12-rate"],
};

/** Where a reader finds an item: a notebook by the name of its file, and in it the theorem cell of a statement, if there is one. */
export interface Place {
  readonly notebook: string;
  readonly statement: string | null;
}

/** Where an item lives; null for one that stands on the map only. */
export function placeOf({ statements, notebook }: Pick<Item, "statements" | "notebook">): Place | null {
  for (const statement of statements) {
    const found = Object.keys(theoremCells).find((name) => theoremCells[name]!.includes(statement));
    if (found) return { notebook: found, statement };
  }
  return notebook ? { notebook, statement: null } : null;
}
