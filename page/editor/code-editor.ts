/** A text field for code: CodeMirror, with what stands out marked as in the source that is only shown. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { EditorState, StateEffect, StateField, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, keymap, ViewPlugin, type DecorationSet } from "@codemirror/view";
import { marksOf } from "../marks.ts";

export interface CodeEditorOptions {
  readonly mode: string;
  readonly text: string;
  /** The name of the field, and the id of what describes it. */
  readonly label: string;
  readonly describedBy: string;
  changed(text: string): void;
  /** Ctrl-Enter or Cmd-Enter. */
  run(): void;
  /** Escape. */
  leave(): void;
}

export interface CodeEditor {
  readonly element: HTMLElement;
  focus(): void;
  setText(text: string): void;
  /** Marks the place of a mistake until the text changes, and says where it is; lines and columns count from 1. */
  markError(offset: number): { readonly line: number; readonly column: number };
}

export function codeEditor(options: CodeEditorOptions): CodeEditor {
  const view = new EditorView({
    state: EditorState.create({ doc: options.text, extensions: extensionsFor(options) }),
  });
  return {
    element: view.dom,
    focus: () => view.focus(),
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    markError(offset) {
      const at = Math.min(offset, view.state.doc.length);
      view.dispatch({ effects: errorAt.of(at) });
      const line = view.state.doc.lineAt(at);
      return { line: line.number, column: at - line.from + 1 };
    },
  };
}

function extensionsFor({ mode, label, describedBy, changed, run, leave }: CodeEditorOptions): Extension {
  const always = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    keymap.of([
      { key: "Mod-Enter", run: always(run) },
      { key: "Escape", run: always(leave) },
      indentWithTab,
      ...defaultKeymap,
      ...historyKeymap,
    ]),
    history(),
    mode === "ts" ? [typescriptLanguage, indentOnInput(), bracketMatching()] : EditorView.lineWrapping,
    highlighting(mode),
    errorMark,
    look,
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-describedby": describedBy,
      // For axe, only this makes what scrolls reachable by keys.
      tabindex: "0",
      spellcheck: "false",
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
  ];
}

/** The same marks as in the source that is only shown; a cell is short, so that all of it is marked anew. */
function highlighting(mode: string): Extension {
  const decorate = (text: string) =>
    Decoration.set(
      marksOf(mode, text).map(({ from, to, name }) => Decoration.mark({ class: name }).range(from, to)),
    );
  return ViewPlugin.define(
    (view) => ({
      decorations: decorate(view.state.doc.toString()),
      update(update) {
        if (update.docChanged) this.decorations = decorate(update.state.doc.toString());
      },
    }),
    { decorations: ({ decorations }) => decorations },
  );
}

const errorAt = StateEffect.define<number>();

const errorMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, newDoc }) {
    const found = effects.find((effect) => effect.is(errorAt));
    if (found) return Decoration.set(errorRange(found.value as number, newDoc.lineAt(found.value as number)));
    return docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The character at the place, or the last one before the end of its line. */
function errorRange(at: number, line: { readonly from: number; readonly to: number }): Range<Decoration>[] {
  const from = Math.max(Math.min(at, line.to - 1), line.from);
  return from < line.to ? [Decoration.mark({ class: "code-error" }).range(from, from + 1)] : [];
}

const look = EditorView.theme({
  "&": { backgroundColor: "var(--tint)", color: "var(--ink)" },
  "&.cm-focused": { outline: "2.5px solid var(--hold)", outlineOffset: "3px" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit" },
  ".cm-content": { padding: "var(--s3) 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 var(--s4)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--line)",
  },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent" },
});
