import type { Reference } from "../lib/theorems/references.ts";
import type { Judgement, Statement } from "../lib/theorems/theorem.ts";
import { breakIt, type Attempts } from "./break-it.ts";
import { whenSeen } from "./canvas.ts";
import { citation } from "./citation.ts";
import { element, freshId } from "./element.ts";
import { embedAct } from "./embed-act.ts";
import { erratumPart, type ErratumOptions, type ErratumTexts, type ErratumValues } from "./erratum.ts";
import { figure, type Picture } from "./figure.ts";
import { showHypotheses } from "./hypothesis-list.ts";
import { displayedFormula, mathText } from "./math-text.ts";
import { termRow, type Term } from "./term-row.ts";
import { judgedSeeds, verdictLine, type Polling } from "./verdict-line.ts";

export interface TheoremOptions {
  /** The premise, up to the formula; formulas between dollar signs. The statement's own plain words, if left out. */
  readonly premise?: string;
  /** The formula, term by term; the statement's own formula in one piece, if left out. */
  readonly terms?: readonly Term[];
  readonly erratum?: ErratumOptions;
  /** Runs the search for an instance that breaks it; without it, there is no such button. */
  readonly attempts?: Attempts;
}

export interface TheoremState {
  /** While a worker goes through the seeds of a claim in probability, how far it is. */
  readonly judgement: Judgement | Polling;
  readonly printed?: Judgement | null;
  /** What the terms are now, in their order. */
  readonly values?: readonly string[];
  readonly picture?: Picture;
  readonly erratum?: ErratumValues;
}

export interface TheoremCell extends HTMLElement {
  show(state: TheoremState): void;
}

/** What a theorem's file says of it. */
interface Checked {
  readonly statement: Pick<Statement<unknown>, "id" | "number" | "plain" | "tex">;
  readonly printed?: ErratumTexts;
}

/**
 * A theorem that judges itself: its statement with live numbers, its hypotheses as a checklist, its figure, its
 * verdict, and its erratum where it has one. `data-theorem`, `data-verdict`, `data-slack` and
 * `data-printed-verdict` say the same to tests and to embeds; a link can end with its id, `#wang-2021/theorem-12`.
 */
export function theoremCell(
  { statement, printed }: Checked,
  reference: Reference,
  options: TheoremOptions = {},
): TheoremCell {
  const id = freshId("theorem");
  const picture = figure();
  const terms = options.terms ? termRow(options.terms) : null;
  const verdict = element("div", { className: "verdict", attributes: { role: "status" } });
  const hypotheses = element("ul", { className: "hypotheses" });
  const erratum = printed ? erratumPart(options.erratum ?? ownErratum(statement, printed), printed) : null;
  const head = element(
    "div",
    { className: "theorem-head" },
    element("h3", { id }, statement.number),
    element("p", { className: "source" }, ...source(reference, Boolean(printed))),
    ...embedAct(statement.id, statement.number),
    ...citation(statement.id.split("/")[0] ?? "", reference),
  );
  const claim = element(
    "div",
    { className: "theorem-statement" },
    element("p", {}, ...mathText(options.premise ?? statement.plain)),
    terms?.root ?? displayedFormula(statement.tex),
    picture,
  );
  const check = element(
    "aside",
    {
      className: "note theorem-check",
      attributes: { "aria-label": `Verdict and hypotheses of ${statement.number}` },
    },
    verdict,
    element("h4", {}, "It assumes"),
    hypotheses,
    ...(options.attempts ? [breakIt(options.attempts, statement.id, Boolean(printed))] : []),
  );
  const root = element(
    "section",
    {
      className: "theorem",
      id: statement.id,
      attributes: { "aria-labelledby": id, "data-theorem": statement.id },
    },
    head,
    claim,
    check,
    ...(erratum ? [erratum.root] : []),
  );
  // The verdict is always at hand in the data attributes; its words wait until the theorem is seen, or the reader rests.
  let state: TheoremState | null = null;
  let written: TheoremState | null = null;
  const write = () => {
    if (!state || state === written) return;
    written = state;
    terms?.show(state.values ?? []);
    verdict.replaceChildren(...verdictLine(state.judgement, state.printed ?? null));
    showHypotheses(hypotheses, state.judgement.hypotheses);
    if (state.erratum) erratum?.show(state.erratum);
  };
  const requestWrite = whenSeen(root, write, () => {
    write();
    return null;
  });
  let hasPicture = false;
  // While another verdict is being found, the picture of the last one is gone, but its room stays.
  const showPicture = ({ picture: next, judgement }: TheoremState) => {
    const keepsRoom = hasPicture && judgement.verdict === "running";
    picture.hidden = !next && !keepsRoom;
    picture.style.visibility = next ? "" : "hidden";
    hasPicture = !picture.hidden;
    if (next) picture.show(next);
  };
  const show = (next: TheoremState) => {
    state = next;
    setData(root, next);
    showPicture(next);
    requestWrite();
  };
  return Object.assign(root, { show });
}

/** The erratum as the theorem's file tells it. */
function ownErratum(
  { tex }: Checked["statement"],
  { tex: printed, counterexample }: ErratumTexts,
): ErratumOptions {
  return { heading: "As printed, and what stands", printed, repaired: tex, example: counterexample.name };
}

function setData(root: HTMLElement, { judgement, printed }: TheoremState): void {
  root.dataset.verdict = judgement.verdict;
  root.dataset.slack = judgement.verdict === "running" ? seedCount(judgement) : String(judgement.slack ?? "");
  if (printed) root.dataset.printedVerdict = printed.verdict;
}

/** Of a verdict that is running, how many seeds have been judged. */
function seedCount({ seeds }: Pick<Judgement | Polling, "seeds">): string {
  return seeds ? String(judgedSeeds(seeds)) : "";
}

/** Whose the statement is, with a link to the paper, and which text of it was read. */
function source({ authors, year, url, read }: Reference, repaired: boolean): (Node | string)[] {
  const surnames = authors.map((author) => author.split(" ").at(-1) ?? author);
  const names = [surnames.slice(0, -1).join(", "), surnames.at(-1)].filter(Boolean).join(" and ");
  const link = element("a", { href: url, rel: "noopener" }, `${names} ${year}`);
  return [link, `${repaired ? ", repaired" : ""}. Read: ${read}.`];
}
