import { linked } from "../page/link.ts";
import { fill } from "./become.ts";
import { complaint } from "./complaint.ts";
import { element, freshId } from "./element.ts";
import { mathText } from "./math-text.ts";

/** What is said of a prediction once the answer is known. */
export interface Reply {
  readonly right: boolean;
  /** In few words, with the direction: "Too low". */
  readonly heading: string;
  /** A sentence with the answer's number and the tolerance. */
  readonly text: string;
}

/** How a prediction is given: as a number, as one of a few choices, or drawn. */
export interface AnswerField<Prediction, Answer> {
  readonly root: HTMLElement;
  /** The prediction as it stands; throws a RangeError, whose message is shown, where there is none yet. */
  read(): Prediction;
  lock(locked: boolean): void;
  /** Forgets the prediction. */
  clear(): void;
  /** Shows the answer beside the prediction, and says how they compare. */
  reveal(prediction: Prediction, answer: Answer): Reply;
  /** Takes the answer out of the page again. */
  conceal(): void;
  /** Sets the ends of the axis on which is drawn. */
  range?(ends: readonly [number, number]): void;
}

export interface ExerciseOptions<Prediction, Answer> {
  /** Its name for tests and links: `data-exercise`. */
  readonly key: string;
  readonly title: string;
  readonly kind: AnswerField<Prediction, Answer>;
}

/** A question at the reader's parameters. Texts may hold formulas between dollar signs. */
export interface Question<Prediction, Answer> {
  /** The question with its current numbers. */
  readonly prompt: string;
  /** What the answer depends on: when one of them changes, this is another question. */
  readonly parameters: readonly number[];
  readonly hint: string;
  /** Computes the answer; called when the reader asks for it and not before. */
  solve(): Answer;
  /** What a prediction like this one tells of its maker: "Too fast: you read ρ, not √β." */
  feedback?(prediction: Prediction, answer: Answer): string;
  /** The ends of the vertical axis of a curve. They must not tell the answer. */
  readonly range?: readonly [number, number];
  /** Why there is nothing to predict here, where that is so. */
  readonly unanswerable?: string | null;
}

export interface Exercise<Prediction, Answer> extends HTMLElement {
  show(question: Question<Prediction, Answer>): void;
}

const CHANGED =
  "The setting has changed, and the question with it. Your prediction stands where it was: change it, or lock it again.";

/**
 * Predict, lock, reveal. Until the reader has locked a prediction and asked for the answer, the page does not hold it
 * in any form. When the parameters change after that, the answer leaves the page and the question is open again, with
 * the prediction where it was: the prompt names the new setting, and its answer is another one. The prediction is not
 * kept in the link; `reveal=0` there withholds the answers of all exercises.
 */
export function exercise<Prediction, Answer>({
  key,
  title,
  kind: field,
}: ExerciseOptions<Prediction, Answer>): Exercise<Prediction, Answer> {
  const id = freshId(key);
  const hintId = freshId("hint");
  const prompt = element("p", { className: "exercise-prompt" });
  const nothing = element("p", { className: "field-reason", hidden: true });
  const problem = complaint();
  const hint = element("p", { id: hintId, className: "exercise-hint", hidden: true });
  const result = element("p", { className: "exercise-result", attributes: { role: "status" } });
  const lockButton = element("button", { type: "button", className: "act" }, "Lock my answer");
  const revealButton = element("button", { type: "button", className: "act", hidden: true }, "Reveal");
  const hintButton = quiet("Hint", { "aria-expanded": "false", "aria-controls": hintId });
  const restartButton = quiet("Start over");
  const withheld = answersWithheld();
  const acts = withheld ? [lockButton] : [lockButton, revealButton];
  const body = element(
    "div",
    {},
    field.root,
    problem,
    element("div", { className: "exercise-acts" }, ...acts, hintButton, restartButton),
    hint,
    result,
    ...(withheld
      ? [element("p", { className: "exercise-withheld" }, "In this link the teacher keeps the answer.")]
      : []),
  );
  const root = element(
    "section",
    { className: "exercise", attributes: { "data-exercise": key, "aria-labelledby": id } },
    element("h3", { id }, title),
    prompt,
    nothing,
    body,
  );
  let question: Question<Prediction, Answer> | null = null;
  let locked: { readonly prediction: Prediction } | null = null;
  let revealed = false;

  const say = (heading: string, text = "") =>
    result.replaceChildren(...(heading ? [element("b", {}, heading), " "] : []), ...mathText(text));
  const showPhase = () => {
    root.dataset.state = revealed ? "revealed" : locked ? "locked" : "open";
    const hadFocus = [lockButton, revealButton].some((button) => button === document.activeElement);
    lockButton.hidden = locked !== null;
    revealButton.hidden = !locked || revealed;
    field.lock(locked !== null);
    // The keyboard's place goes on to what can be done next.
    const next = [lockButton, revealButton].find((button) => button.isConnected && !button.hidden);
    if (hadFocus) (next ?? restartButton).focus();
  };
  const open = (why = "") => {
    locked = null;
    revealed = false;
    field.conceal();
    delete root.dataset.right;
    problem.show("");
    say("", why);
    showPhase();
  };
  const lock = () => {
    if (locked) return;
    try {
      locked = { prediction: field.read() };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return problem.show(error.message);
    }
    problem.show("");
    say("Your answer is locked.");
    showPhase();
  };
  const reveal = () => {
    if (!locked || !question || revealed || withheld) return;
    const { prediction } = locked;
    const answer = question.solve();
    const { right, heading, text } = field.reveal(prediction, answer);
    revealed = true;
    root.dataset.right = String(right);
    say(`${heading}.`, [text, question.feedback?.(prediction, answer)].filter(Boolean).join(" "));
    showPhase();
  };
  const showHint = (visible: boolean) => {
    hint.replaceChildren(...(visible ? mathText(question?.hint ?? "") : []));
    hint.hidden = !visible;
    hintButton.setAttribute("aria-expanded", String(visible));
  };

  lockButton.addEventListener("click", lock);
  field.root.addEventListener("submit", (event) => {
    event.preventDefault();
    lock();
  });
  // It stands where "Lock my answer" was: the second half of a double click, or a key held down, is not meant for it.
  revealButton.addEventListener("click", ({ detail }) => detail <= 1 && reveal());
  revealButton.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  hintButton.addEventListener("click", () => showHint(hint.hidden));
  restartButton.addEventListener("click", () => {
    field.clear();
    showHint(false);
    open();
  });

  const show = (next: Question<Prediction, Answer>) => {
    const isOther = question !== null && !isSame(question.parameters, next.parameters);
    if (question?.prompt !== next.prompt) fill(prompt, mathText(next.prompt));
    question = next;
    if (next.range) field.range?.(next.range);
    if (isOther && locked) open(CHANGED);
    showHint(!hint.hidden);
    fill(nothing, mathText(next.unanswerable ?? ""));
    nothing.hidden = !next.unanswerable;
    prompt.hidden = body.hidden = Boolean(next.unanswerable);
  };
  showPhase();
  return Object.assign(root, { show });
}

function quiet(text: string, attributes: Record<string, string> = {}): HTMLButtonElement {
  return element("button", { type: "button", className: "quiet", attributes }, text);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

/** Whether the link says `reveal=0`: a teacher's link keeps its answers for as long as the page is open. */
function answersWithheld(): boolean {
  const { opening } = linked<boolean>({
    key: "reveal",
    initial: true,
    fixed: true,
    read(text) {
      if (text !== "0" && text !== "1") throw new RangeError(`reveal must be 0 or 1: ${text.slice(0, 40)}`);
      return { value: text === "1" };
    },
    write: (reveal) => (reveal ? "1" : "0"),
    restore() {},
  });
  return !opening;
}
