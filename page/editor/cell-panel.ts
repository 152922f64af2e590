/** The editor of one cell, with what can be done there and what came of it. */
import type { Cell } from "observable:lib/serialize.js";
import { codeEditor } from "./code-editor.ts";

export interface PanelActs {
  changed(text: string): void;
  run(): void;
  reset(): void;
}

export interface CellPanel {
  readonly element: HTMLElement;
  setText(text: string): void;
  say(text: string): void;
  /** Says what is wrong, and where. */
  fail(message: string, offset: number): void;
  setCanReset(can: boolean): void;
}

export function cellPanel({ id, mode }: Cell, label: string, text: string, acts: PanelActs): CellPanel {
  const element = document.createElement("div");
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const hint = paragraph(
    "code-hint",
    `Tab indents, Escape leaves, ${isMac ? "⌘" : "Ctrl"}-Enter runs the cell.`,
  );
  hint.id = `source-hint-${id}`;
  const status = paragraph("code-status", "");
  status.setAttribute("role", "status");
  const run = actButton("Run", "act", acts.run);
  const reset = actButton("Reset this cell", "quiet", acts.reset);
  const editor = codeEditor({
    mode,
    text,
    label,
    describedBy: hint.id,
    changed: acts.changed,
    run: acts.run,
    leave: () => run.focus(),
  });
  const frame = document.createElement("div");
  frame.className = "code";
  frame.append(editor.element);
  const buttons = document.createElement("p");
  buttons.className = "code-acts";
  buttons.append(run, reset, hint);
  element.append(frame, buttons, status);
  return {
    element,
    setText: editor.setText,
    say: (text) => (status.textContent = text),
    fail(message, offset) {
      const { line, column } = editor.markError(offset);
      status.textContent = `Line ${line}, column ${column}: ${message}. The cell stays as it ran last.`;
    },
    // A button that goes away takes the focus with it.
    setCanReset: (can) => reset.setAttribute("aria-disabled", String(!can)),
  };
}

export function actButton(text: string, className: string, act: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className,
    textContent: text,
  });
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") !== "true") act();
  });
  return button;
}

export function paragraph(className: string, text: string): HTMLParagraphElement {
  return Object.assign(document.createElement("p"), { className, textContent: text });
}
