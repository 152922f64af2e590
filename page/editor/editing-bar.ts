/** The line above a notebook that can be edited: what can be done with all of its edits. */
import { actButton, paragraph } from "./cell-panel.ts";

export interface BarOptions {
  /** The address of the page without edits, where there is one. */
  readonly publishedPage: string | undefined;
  /** How many cells have edits from before the page was loaded. */
  readonly keptCount: number;
  resetAll(): void;
  download(): void;
  /** The reader has decided whether edits are kept. */
  keep(): void;
  openKept(): void;
  forgetKept(): void;
}

export interface EditingBar {
  /** Whether the reader wants the edits to be kept. */
  keeps(): boolean;
  setCount(edited: number): void;
  say(text: string): void;
}

export function editingBar(options: BarOptions): EditingBar {
  const bar = document.createElement("section");
  bar.className = "editing";
  bar.setAttribute("aria-label", "Editing");
  const count = paragraph("", "");
  const status = paragraph("", "");
  for (const line of [count, status]) line.setAttribute("role", "status");
  const keep = Object.assign(document.createElement("input"), { type: "checkbox" });
  const label = Object.assign(document.createElement("label"), { className: "quiet" });
  label.append(keep, " Keep my edits in this tab when the page is loaded again");
  keep.addEventListener("change", options.keep);
  const resetAll = actButton("Reset all cells", "quiet", options.resetAll);
  const acts = paragraph("code-acts", "");
  acts.append(
    ...(options.publishedPage ? [backLink(options.publishedPage)] : []),
    resetAll,
    actButton("Download the notebook with the edits", "quiet", options.download),
    label,
  );
  const setCount = (edited: number) => {
    const cells = edited === 1 ? "One cell is" : `${edited} cells are`;
    const text =
      edited === 0
        ? "Open the source below a cell to edit it. What you write runs when you say so, and only here."
        : `${cells} edited, in this page only.`;
    if (count.textContent !== text) count.textContent = text;
    resetAll.setAttribute("aria-disabled", String(edited === 0));
  };
  setCount(0);
  bar.append(count, acts, status);
  if (options.keptCount > 0) bar.append(keptOffer(options, keep));
  document.querySelector("main")!.before(bar);
  return { keeps: () => keep.checked, setCount, say: (text) => (status.textContent = text) };
}

/** Edits from before are offered, and run only when the reader runs them. */
function keptOffer({ keptCount, openKept, forgetKept }: BarOptions, keep: HTMLInputElement): HTMLElement {
  const cells = keptCount === 1 ? "one cell" : `${keptCount} cells`;
  const offer = paragraph("code-acts", `Your edits of ${cells} are kept.`);
  const open = () => {
    offer.remove();
    keep.checked = true;
    openKept();
    keep.focus();
  };
  const forget = () => {
    offer.remove();
    forgetKept();
    keep.focus();
  };
  offer.append(actButton("Open them", "act", open), actButton("Forget them", "quiet", forget));
  return offer;
}

/** Leads to the page as published, in the same state. */
function backLink(address: string): HTMLElement {
  const link = Object.assign(document.createElement("a"), {
    className: "quiet",
    textContent: "Back to the page as published",
  });
  const follow = () => (link.href = `${address}${location.search}`);
  follow();
  for (const type of ["focus", "pointerdown"]) link.addEventListener(type, follow);
  return link;
}
