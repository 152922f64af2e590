import { keepPrintable } from "./print.ts";
import { followHistory, linked, onNotice, reportUnknownKeys, reset, undo } from "./link.ts";

const THEMES = ["light", "dark", "system"] as const;
type Theme = (typeof THEMES)[number];

/** Shows the page one slide at a time; few need it, so that it comes when it is asked for. */
const projector = quietButton("Project", () => {
  void import("./projector.ts").then(({ project }) => project(projector));
});

/**
 * Mounts what surrounds the notebook: the line above with its acts, the contents, and notices about the link. `acts`
 * are those of this notebook.
 */
export function mountShell(acts: readonly HTMLElement[] = []): void {
  const top = document.getElementById("top");
  if (!top) return;
  const contents = document.querySelector<HTMLElement>(".contents");
  top.append(
    home(),
    ...(contents ? [contentsMenu(contents)] : []),
    projector,
    ...acts,
    copyLinkButton(),
    quietButton("Reset", reset),
    themeButton(),
  );
  followHistory();
  keepPrintable();
  addEventListener("keydown", undoByKey);
  const notices = document.createElement("div");
  notices.className = "notices";
  notices.setAttribute("role", "status");
  notices.setAttribute("aria-label", "About the link");
  top.after(notices);
  onNotice((texts) => {
    notices.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })),
    );
  });
}

/** Says what of the link was not understood, once every control has had its turn. */
export function notebookSettled(): void {
  reportUnknownKeys();
  projectIfAsked();
  addEventListener("hashchange", projectIfAsked);
  goToPlace();
}

/** A link can name a place that only now is there: the browser could not go to it, and the reader has not gone elsewhere. */
function goToPlace(): void {
  if (scrollY === 0) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** A link can name a slide. */
function projectIfAsked(): void {
  if (location.hash.startsWith("#slide=")) projector.click();
}

/** The name of the work leads to its front door; in a page that is one file, and may stand alone, it is a name only. */
function home(): HTMLElement {
  const isAlone = document.querySelector("script[data-whole]") !== null;
  const name = Object.assign(document.createElement(isAlone ? "span" : "a"), {
    className: "name",
    textContent: "Accelerando",
  });
  if (name instanceof HTMLAnchorElement) name.href = "index.html";
  return name;
}

/** A button that takes no attention. */
export function quietButton(text: string, act: () => void): HTMLButtonElement {
  return Object.assign(document.createElement("button"), {
    type: "button",
    className: "quiet",
    textContent: text,
    onclick: act,
  });
}

function contentsMenu(contents: HTMLElement): HTMLElement {
  const menu = document.createElement("details");
  menu.append(
    Object.assign(document.createElement("summary"), { className: "quiet", textContent: "Contents" }),
    contents,
  );
  contents.addEventListener("click", () => (menu.open = false));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menu.open = false;
  });
  return menu;
}

/** Where the reader writes. */
const TEXTS = "input[type=text], textarea, [contenteditable=true]";

/** Ctrl or Cmd with Z undoes the last gesture, but in a text it is the text's own. */
function undoByKey(event: KeyboardEvent): void {
  if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest(TEXTS)) return;
  event.preventDefault();
  undo();
}

/** Copies the address, which holds the state of every control. */
function copyLinkButton(): HTMLElement {
  const button = quietButton("Copy link", () => {
    const done = (text: string) => {
      button.textContent = text;
      setTimeout(() => (button.textContent = "Copy link"), 1600);
    };
    navigator.clipboard.writeText(location.href).then(
      () => done("Copied"),
      () => done("The address bar has it"),
    );
  });
  button.setAttribute("aria-live", "polite");
  return button;
}

/** Light or dark: the system's, unless the link or the reader says otherwise. */
function themeButton(): HTMLElement {
  const state = linked<Theme>({
    key: "theme",
    initial: "system",
    read(text) {
      const theme = THEMES.find((candidate) => candidate === text);
      if (!theme) throw new RangeError(`theme must be light or dark: ${text.slice(0, 40)}`);
      return { value: theme };
    },
    write: (theme) => theme,
    restore: (asked) => {
      theme = asked;
      show();
    },
  });
  const system = matchMedia("(prefers-color-scheme: dark)");
  let theme = state.opening;
  const isDark = () => theme === "dark" || (theme === "system" && system.matches);
  const button = quietButton("", () => {
    theme = isDark() ? "light" : "dark";
    state.keep(theme);
    show();
  });
  const show = (): void => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to the ${isDark() ? "light" : "dark"} theme`);
  };
  system.addEventListener("change", show);
  show();
  return button;
}
