import { fill } from "./become.ts";
import { element } from "./element.ts";
import { formula, mathText } from "./math-text.ts";

/** A term of a displayed formula and what it means; a relation (“\\le”) stands between terms and has no meaning. */
export interface Term {
  readonly tex: string;
  readonly meaning?: string;
}

export interface TermRow {
  readonly root: HTMLElement;
  /** Shows what the terms are now, in their order, relations left out. */
  show(values: readonly string[]): void;
}

/** A formula as a row of terms, each over a hairline with its meaning and its live value. */
export function termRow(terms: readonly Term[]): TermRow {
  const root = element("div", {
    className: "terms",
    attributes: { role: "group", "aria-label": "The bound, term by term" },
  });
  const outputs: HTMLElement[] = [];
  for (const { tex, meaning } of terms) {
    const symbol = element("div", { className: "term-formula" }, formula(tex, true));
    if (meaning === undefined) {
      root.append(element("div", { className: "relation" }, symbol));
      continue;
    }
    const value = element("b");
    outputs.push(value);
    root.append(
      element("div", { className: "term" }, symbol, element("small", {}, ...mathText(meaning), " ", value)),
    );
  }
  const show = (values: readonly string[]) =>
    outputs.forEach((output, i) => fill(output, mathText(values[i] ?? "")));
  return { root, show };
}
