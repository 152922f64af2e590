import { element } from "./element.ts";
import type { AnswerField } from "./exercise.ts";
import { mathText } from "./math-text.ts";
import { judgeChoice } from "./prediction.ts";

export interface ChoiceAnswerOptions<T extends string> {
  /** At most 26, shown as A, B, C …; names may hold formulas between dollar signs. */
  readonly options: readonly { readonly value: T; readonly name: string }[];
}

/** A prediction that is one of a few words, with letters to vote by. */
export function choiceAnswer<T extends string>({ options }: ChoiceAnswerOptions<T>): AnswerField<T, T> {
  let chosen: T | null = null;
  const lines = options.map(({ value, name }, i) => ({
    value,
    name,
    letter: String.fromCharCode(65 + i),
    button: element(
      "button",
      { type: "button", className: "word", onclick: () => choose(value) },
      ...mathText(name),
    ),
  }));
  const root = element(
    "ol",
    { className: "exercise-choice", attributes: { "aria-label": "Your prediction" } },
    ...lines.map(({ button }) => element("li", {}, button)),
  );
  const choose = (value: T | null) => {
    chosen = value;
    for (const line of lines) line.button.setAttribute("aria-pressed", String(line.value === value));
  };
  const named = (value: T) => {
    const line = lines.find((candidate) => candidate.value === value);
    return line ? `${line.letter}, ${line.name}` : value;
  };
  choose(null);

  return {
    root,
    read() {
      if (chosen === null) throw new RangeError("Choose one first.");
      return chosen;
    },
    lock(locked) {
      for (const { button } of lines) button.disabled = locked;
    },
    clear: () => choose(null),
    reveal(prediction, answer) {
      const right = judgeChoice(prediction, answer);
      const heading = right ? "Right" : "Not so";
      const said = right ? "" : `You said ${named(prediction)}. `;
      return { right, heading, text: `${said}The answer is ${named(answer)}.` };
    },
    conceal() {},
  };
}
