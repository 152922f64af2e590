import { onNotice, reportUnknownKeys } from "./link.ts";

type Theme = "light" | "dark";

/** Mounts what surrounds the notebook: the line above with its acts, the contents, and notices about the link. */
export function mountShell(): void {
  const top = document.getElementById("top");
  if (!top) return;
  const contents = document.querySelector<HTMLElement>(".contents");
  top.append(home(), ...(contents ? [contentsMenu(contents)] : []), copyLinkButton(), themeButton());
  const notices = document.createElement("ul");
  notices.className = "notices";
  notices.setAttribute("role", "status");
  notices.setAttribute("aria-label", "About the link");
  top.after(notices);
  onNotice((texts) => {
    notices.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
  });
}

/** Says what of the link was not understood, once every control has had its turn. */
export function notebookSettled(): void {
  reportUnknownKeys();
}

function home(): HTMLElement {
  return Object.assign(document.createElement("span"), { className: "name", textContent: "Accelerando" });
}

function quietButton(text: string, act: () => void): HTMLButtonElement {
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
  const asked = new URLSearchParams(location.search).get("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let theme: Theme | null = asked === "light" || asked === "dark" ? asked : null;
  const current = (): Theme => theme ?? (system.matches ? "dark" : "light");
  const button = quietButton("", () => {
    theme = current() === "dark" ? "light" : "dark";
    show();
  });
  const show = () => {
    if (theme) document.documentElement.dataset.theme = theme;
    button.textContent = current() === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to the ${current() === "dark" ? "light" : "dark"} theme`);
  };
  system.addEventListener("change", show);
  show();
  return button;
}
