import { linked } from "./link.ts";
import { controlsFor, markSlide } from "./slides.ts";
import { start as startNotebook, type CellCode, type RunningNotebook, type StartOptions } from "./start.ts";

/** What the page around a frame is told whenever the height of what is in it changes (px). */
export interface SizeMessage {
  readonly type: "accelerando:size";
  readonly height: number;
}

/** Keys of a link that say how to show, and not what. */
const MANNERS = ["theorem", "theme", "reveal", "show"];

/**
 * Runs a notebook of which one theorem is to be seen, in a frame on someone else's page: the one that the link names,
 * `?theorem=<id>`, with the sliders of the page where the link names values too. All else runs, and is hidden.
 */
export function start(cells: readonly CellCode[], options: StartOptions): RunningNotebook {
  const root = document.documentElement;
  root.dataset.embed = "";
  const { opening: id } = linked<string>({
    key: "theorem",
    initial: "",
    fixed: true,
    read: (text) => ({ value: text }),
    write: (theorem) => theorem,
    restore() {},
  });
  const notebook = startNotebook(cells, options);
  void notebook.settled.then(() => showTheorem(id));
  if (parent !== window) new ResizeObserver(tellSize).observe(root);
  return notebook;
}

function showTheorem(id: string): void {
  const theorems = Array.from(document.querySelectorAll<HTMLElement>("section[data-theorem]"));
  const asked = theorems.find((theorem) => theorem.dataset.theorem === id);
  if (asked) {
    const keys = [...new URLSearchParams(location.search).keys()];
    const namesValues = keys.some((key) => !MANNERS.includes(key));
    markSlide(asked, namesValues ? controlsFor(asked).sliders : []);
    document.title = `${asked.querySelector("h3")?.textContent ?? id}: ${document.title}`;
  } else
    document.body.append(
      choices(
        id,
        theorems.map((theorem) => theorem.dataset.theorem ?? ""),
      ),
    );
}

/** What could have been asked for. */
function choices(id: string, ids: readonly string[]): HTMLElement {
  const note = document.createElement("div");
  const list = document.createElement("ul");
  const said = document.createElement("p");
  said.textContent = id
    ? `This notebook has no theorem “${id.slice(0, 60)}”. It has these:`
    : "The address has to name a theorem, as in ?theorem=" + `${ids[0] ?? "…"}. This notebook has these:`;
  list.append(...ids.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  note.className = "embed-choices";
  note.append(said, list);
  return note;
}

function tellSize(): void {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  const message: SizeMessage = { type: "accelerando:size", height };
  // To whoever frames the page: the height is no secret.
  parent.postMessage(message, "*");
}
