import type { Printed } from "../lib/theorems/theorem.ts";
import { isRestricted } from "../page/link.ts";
import { element } from "./element.ts";
import { displayedFormula, mathText } from "./math-text.ts";

export interface ErratumOptions {
  /** What remains, as a heading: “A factor of √2, and what it leaves standing”. */
  readonly heading: string;
  /** The formula as printed, and as repaired. */
  readonly printed: string;
  readonly repaired: string;
  /** The smallest example, in words, and how to set the controls to it, where they can be and the link lets one. */
  readonly example: string;
  readonly load?: () => void;
}

/** What both formulas are here. */
export interface ErratumValues {
  readonly printed: string;
  readonly repaired: string;
}

/** What the theorem's file says of its own erratum; formulas between dollar signs. */
export type ErratumTexts = Pick<Printed<unknown>, "tex" | "slip" | "survives" | "scan"> & {
  readonly counterexample: { readonly name: string };
};

export interface Erratum {
  readonly root: HTMLElement;
  show(values: ErratumValues): void;
}

/** An erratum, calmly: both formulas with their line style, where it slips, the smallest example, what survives. */
export function erratumPart(options: ErratumOptions, printed: ErratumTexts): Erratum {
  const values = { printed: element("span"), repaired: element("span") };
  const line = (className: string, name: string) =>
    element(
      "span",
      { className: "line-name" },
      element("i", { className: `line-swatch ${className}` }),
      name,
    );
  const root = element(
    "div",
    { className: "erratum" },
    element("h4", {}, ...mathText(options.heading)),
    element(
      "div",
      { className: "pair" },
      line("dotted", "as printed"),
      displayedFormula(options.printed),
      values.printed,
      line("dashed", "repaired"),
      displayedFormula(options.repaired),
      values.repaired,
    ),
    element(
      "dl",
      {},
      ...entry("Where it slips", mathText(printed.slip)),
      ...entry("Smallest example", [...mathText(`${options.example} `), ...loadWord(options.load)]),
      ...entry("What survives", mathText(printed.survives)),
      ...entry("Could it be the scan?", mathText(printed.scan)),
    ),
  );
  const show = (text: ErratumValues) => {
    values.printed.textContent = text.printed;
    values.repaired.textContent = text.repaired;
  };
  return { root, show };
}

function loadWord(load: (() => void) | undefined): HTMLElement[] {
  if (!load || isRestricted()) return [];
  return [element("button", { type: "button", className: "word", onclick: load }, "Load it")];
}

function entry(term: string, text: (Node | string)[]): HTMLElement[] {
  return [element("dt", {}, term), element("dd", {}, ...text)];
}
