import { formatCount, formatNumber } from "../figures/number-format.ts";
import { hypothesisMark, verdictMark } from "../figures/verdict-mark.ts";
import type { Reference } from "../lib/theorems/references.ts";
import type { Hypothesis, Judgement, Printed, Statement } from "../lib/theorems/theorem.ts";
import { element, freshId } from "./element.ts";
import { figure, type Picture } from "./figure.ts";
import { formula, mathText } from "./math-text.ts";

export interface TheoremState {
  readonly judgement: Judgement;
  readonly printed?: Judgement | null;
  /** Values for the terms, in their order. */
  readonly values: readonly string[];
  readonly picture: Picture;
  readonly erratum?: { readonly printed: string; readonly repaired: string };
}

export interface TheoremOptions {
  /** The premise, up to the formula; formulas between dollar signs. */
  readonly premise: string;
  /** Relations (“\\le”) stand between terms as terms without a meaning. */
  readonly terms: readonly { readonly tex: string; readonly meaning?: string }[];
  readonly erratum?: {
    readonly heading: string;
    readonly printed: string;
    readonly repaired: string;
    readonly example: string;
    readonly load: () => void;
  };
}

export interface TheoremCell extends HTMLElement {
  show(state: TheoremState): void;
}

interface Checked {
  readonly statement: Pick<Statement<unknown>, "id" | "number">;
  readonly printed?: Pick<Printed<unknown>, "slip" | "survives" | "scan">;
}

/**
 * A theorem that judges itself: its statement with live numbers, its hypotheses as a checklist, its figure, its
 * verdict, and its erratum where it has one. `data-theorem`, `data-verdict`, `data-slack` and
 * `data-printed-verdict` say the same to tests, to the map and to embeds.
 */
export function theoremCell(
  { statement, printed }: Checked,
  reference: Reference,
  options: TheoremOptions,
): TheoremCell {
  const id = freshId("theorem");
  const picture = figure();
  const terms = termRow(options.terms);
  const verdict = element("div", { className: "verdict", attributes: { role: "status" } });
  const hypotheses = element("ul", { className: "hypotheses" });
  const erratum = options.erratum && printed ? erratumPart(options.erratum, printed) : null;
  const root = element(
    "section",
    { className: "theorem", attributes: { "aria-labelledby": id, "data-theorem": statement.id } },
    element(
      "div",
      { className: "theorem-head" },
      element("h3", { id }, statement.number),
      element("p", { className: "source" }, ...source(reference, Boolean(printed))),
    ),
    element(
      "div",
      { className: "theorem-statement" },
      element("p", {}, ...mathText(options.premise)),
      terms.root,
      picture,
    ),
    element(
      "aside",
      {
        className: "note theorem-check",
        attributes: { "aria-label": `Verdict and hypotheses of ${statement.number}` },
      },
      verdict,
      element("h4", {}, "It assumes"),
      hypotheses,
    ),
    ...(erratum ? [erratum.root] : []),
  );
  const show = (state: TheoremState) => {
    setData(root, state);
    terms.show(state.values);
    verdict.replaceChildren(...verdictText(state.judgement, state.printed ?? null));
    showHypotheses(hypotheses, state.judgement.hypotheses);
    if (state.erratum) erratum?.show(state.erratum);
    picture.show(state.picture);
  };
  return Object.assign(root, { show });
}

function setData(root: HTMLElement, { judgement, printed }: TheoremState): void {
  root.dataset.verdict = judgement.verdict;
  root.dataset.slack = judgement.slack === null ? "" : String(judgement.slack);
  if (printed) root.dataset.printedVerdict = printed.verdict;
}

function source({ authors, year, url }: Reference, repaired: boolean): (Node | string)[] {
  const surnames = authors.map((author) => author.split(" ").at(-1) ?? author);
  const names = [surnames.slice(0, -1).join(", "), surnames.at(-1)].filter(Boolean).join(" and ");
  const link = element("a", { href: url, rel: "noopener" }, `${names} ${year}`);
  return [link, repaired ? ", with the constant repaired" : ""];
}

function termRow(terms: TheoremOptions["terms"]) {
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
    outputs.forEach((output, i) => output.replaceChildren(...mathText(values[i] ?? "")));
  return { root, show };
}

function verdictText(judgement: Judgement, printed: Judgement | null): Node[] {
  const said = element(
    "span",
    {},
    element("b", {}, `${VERDICT_WORDS[judgement.verdict]}.`),
    " ",
    ...mathText(explanation(judgement)),
  );
  if (printed?.verdict === "violated") {
    said.append(" ", ...mathText(printedExplanation(printed)));
  }
  return [verdictMark(judgement.verdict), said];
}

const VERDICT_WORDS: Record<Judgement["verdict"], string> = {
  holds: "Holds",
  unspecified: "Holds, with a hypothesis that names no number",
  outside: "Outside the theorem",
  violated: "Violated",
  running: "Running",
};

function explanation({ verdict, slack, at, hypotheses, boundHolds, reason, measured }: Judgement): string {
  const last = measured.length - 1;
  if (verdict === "outside") {
    const failed = hypotheses.filter(({ status }) => status === "fails").map(({ tex }) => `$${tex}$`);
    const fate =
      boundHolds === null
        ? "No bound exists here."
        : boundHolds
          ? "The bound happens to hold all the same."
          : "The bound does not hold here.";
    return `${failed.join(" and ")} ${failed.length > 1 ? "fail" : "fails"}. ${fate}`;
  }
  if (verdict === "violated") {
    return `The bound is passed${at === null ? "" : ` at $t$\u00a0=\u00a0${formatCount(at)}`}. That should not happen: please report it, with the link to this state.`;
  }
  const rounding = reason?.includes("rounding") ? " Rounding decides." : "";
  const range = last > 0 ? ` for $t$\u00a0≤\u00a0${formatCount(last)}` : "";
  const where = at === null || last === 0 ? "" : `, tightest at $t$\u00a0=\u00a0${formatCount(at)}`;
  return slack === null
    ? `Checked${range}.${rounding}`
    : `Slack ${formatSlack(slack)}${where}${range}.${rounding}`;
}

function printedExplanation({ at }: Judgement): string {
  return at
    ? `The constant as printed is crossed at $t$\u00a0=\u00a0${formatCount(at)}.`
    : "The constant as printed is crossed.";
}

/** A slack near one needs its fourth digit: 1.002 is not 1.00. */
function formatSlack(slack: number): string {
  return formatNumber(slack, Math.abs(slack - 1) < 0.1 ? 4 : 3);
}

function showHypotheses(list: HTMLElement, hypotheses: readonly Hypothesis[]): void {
  while (list.childElementCount > hypotheses.length) list.lastElementChild?.remove();
  hypotheses.forEach((hypothesis, i) => {
    const item = list.children[i] ?? list.appendChild(element("li"));
    const key = `${hypothesis.tex}|${hypothesis.status}|${hypothesis.detail}`;
    if (item.getAttribute("data-key") === key) return;
    item.setAttribute("data-key", key);
    item.setAttribute("data-status", hypothesis.status);
    const spoken = { holds: "holds: ", fails: "fails: ", unspecified: "not specified: " }[hypothesis.status];
    item.replaceChildren(
      hypothesisMark(hypothesis.status),
      element(
        "span",
        {},
        element("span", { className: "spoken" }, spoken),
        formula(hypothesis.tex),
        element("em", {}, ...mathText(`${hypothesis.detail}${marginText(hypothesis)}`)),
      ),
    );
  });
}

function marginText({ status, margin }: Hypothesis): string {
  if (status === "unspecified" || !Number.isFinite(margin)) return "";
  return status === "holds"
    ? `, margin ${formatNumber(margin)}`
    : `, short by ${formatNumber(Math.abs(margin))}`;
}

function erratumPart(
  options: NonNullable<TheoremOptions["erratum"]>,
  printed: NonNullable<Checked["printed"]>,
) {
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
      formula(options.printed, true),
      values.printed,
      line("dashed", "repaired"),
      formula(options.repaired, true),
      values.repaired,
    ),
    element(
      "dl",
      {},
      ...entry("Where it slips", mathText(printed.slip)),
      ...entry("Smallest example", [
        ...mathText(`${options.example} `),
        element("button", { type: "button", className: "word", onclick: options.load }, "Load it"),
      ]),
      ...entry("What survives", mathText(printed.survives)),
      ...entry("Could it be the scan?", mathText(printed.scan)),
    ),
  );
  const show = (text: { readonly printed: string; readonly repaired: string }) => {
    values.printed.textContent = text.printed;
    values.repaired.textContent = text.repaired;
  };
  return { root, show };
}

function entry(term: string, text: (Node | string)[]): HTMLElement[] {
  return [element("dt", {}, term), element("dd", {}, ...text)];
}
