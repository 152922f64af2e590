import type { PaperKey } from "../theorems/references.ts";
import { bu2021 } from "./bu-2021.ts";
import type { Item } from "./item.ts";
import { liu2022 } from "./liu-2022.ts";
import { wang2020 } from "./wang-2020.ts";
import { wang2021 } from "./wang-2021.ts";
import { zou2020 } from "./zou-2020.ts";

/** Every theorem, lemma, corollary, proposition, fact, figure and table of the five papers, in the order in which the papers appeared. */
export const atlas: Readonly<Record<PaperKey, readonly Item[]>> = {
  "zou-2020": zou2020,
  "wang-2020": wang2020,
  "bu-2021": bu2021,
  "wang-2021": wang2021,
  "liu-2022": liu2022,
};
