import { showQrCode } from "./qr-code.ts";
import { controlsFor, findSlides, markSlide, placeOf, titleFor } from "./slides.ts";

/** How much larger than on the page all is drawn on a screen of 1280 × 720, and at least; more on a larger one. */
const ENLARGEMENT = 1.62;

/** Below this width nothing is enlarged (px): that is a phone, held in the hand. */
const PHONE = 760;

/** Elements that have a use of their own for the arrow keys, Home and End. */
const USES_ARROWS = "input, textarea, select, [role=slider], [contenteditable]";

const root = document.documentElement;

/**
 * Shows the page one slide at a time, from the one that the link names (`#slide=3`), until the reader leaves; then
 * `button` gets the focus. The page itself becomes the projection: all but the slide and its controls is hidden, so
 * that everything is live and keeps its state and its focus.
 */
export function project(button: HTMLElement): void {
  if (root.dataset.projector !== undefined) return;
  root.dataset.projector = "";
  const title = part("p", "projector-title");
  const bar = projectorBar({
    previous: () => go(at - 1),
    next: () => go(at + 1),
    more() {
      isGenerous = !isGenerous;
      go(at);
    },
    code: () => showQrCode(linkTo(slide)),
    leave: () => leave(),
  });
  document.body.prepend(title);
  document.body.append(bar.root);
  const findings = new MutationObserver(() => showTitle());
  const sizes = new ResizeObserver(() => fit(enlargement()));
  let slide: HTMLElement | null = null;
  let at = 0;
  let isGenerous = false;

  const showTitle = () => {
    const text = slide ? titleFor(slide) : "This page has nothing to project.";
    if (title.textContent !== text) title.textContent = text;
    title.hidden = text === "";
  };
  const watch = () => {
    findings.disconnect();
    sizes.disconnect();
    if (!slide) return;
    findings.observe(slide, { subtree: true, childList: true, attributeFilter: ["aria-label"] });
    sizes.observe(slide);
  };
  const go = (to: number) => {
    const held = document.activeElement;
    const slides = findSlides();
    at = Math.max(0, Math.min(slides.length - 1, to));
    slide = slides[at] ?? null;
    const { sliders, others } = slide ? controlsFor(slide) : { sliders: [], others: [] };
    markSlide(slide, isGenerous ? [...sliders, ...others] : sliders);
    showTitle();
    bar.show({ slide, at, count: slides.length, isGenerous, hasMore: others.length > 0 });
    watch();
    fit(ownEnlargement());
    scrollTo(0, 0);
    // A control that is still there keeps the focus.
    if (held instanceof HTMLElement && held.getClientRects().length === 0) bar.focus();
    writeHash(hashOf(at));
  };
  const refit = () => fit(ownEnlargement());
  const follow = () => {
    const asked = slideInLink();
    // Going back to before the projection undoes a gesture, and does not leave.
    if (asked === null) writeHash(hashOf(at));
    else go(asked);
  };
  const turn = (event: KeyboardEvent) => {
    const target = targetOf(event, at);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (target === "leave") leave();
    else go(target);
  };
  const leave = () => {
    removeEventListener("keydown", turn, true);
    removeEventListener("hashchange", follow);
    removeEventListener("resize", refit);
    findings.disconnect();
    sizes.disconnect();
    title.remove();
    bar.root.remove();
    markSlide(null);
    delete root.dataset.projector;
    root.style.removeProperty("--enlarged");
    writeHash("");
    button.focus({ preventScroll: true });
    slide?.scrollIntoView({ block: "center" });
  };

  addEventListener("keydown", turn, true);
  addEventListener("hashchange", follow);
  addEventListener("resize", refit);
  go(slideInLink() ?? 0);
}

function part<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  created.className = className;
  return created;
}

interface Acts {
  previous(): void;
  next(): void;
  more(): void;
  code(): void;
  leave(): void;
}

/** The line below: where the slide stands, which of how many it is, and what can be done. */
function projectorBar(acts: Acts) {
  const place = part("p", "projector-place");
  const position = part("p", "projector-position");
  position.setAttribute("role", "status");
  const next = button("Next", acts.next);
  const more = button("More controls", acts.more);
  const root = part("nav", "projector-bar");
  root.setAttribute("aria-label", "Projector");
  root.append(
    place,
    position,
    button("Previous", acts.previous),
    next,
    more,
    button("Open this state", acts.code),
    button("Leave", acts.leave),
  );
  const show = (now: {
    slide: HTMLElement | null;
    at: number;
    count: number;
    isGenerous: boolean;
    hasMore: boolean;
  }) => {
    place.replaceChildren(...(now.slide ? placeOf(now.slide).nodes : []));
    position.textContent = `${Math.min(now.at + 1, now.count)} of ${now.count}`;
    more.hidden = !now.hasMore;
    more.textContent = now.isGenerous ? "Fewer controls" : "More controls";
  };
  return { root, show, focus: () => next.focus() };
}

function button(text: string, act: () => void): HTMLButtonElement {
  return Object.assign(part("button", "quiet"), { type: "button", textContent: text, onclick: act });
}

/**
 * Where a key leads: to a slide, out of the projection, or nowhere (null). The Page keys, which clickers send, turn
 * the slides wherever the focus is; the others belong first to what is in hand.
 */
function targetOf(event: KeyboardEvent, at: number): number | "leave" | null {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey || document.querySelector("dialog[open]")) return null;
  if (key === "PageDown") return at + 1;
  if (key === "PageUp") return at - 1;
  if (key === "Escape") return "leave";
  if (target instanceof Element && target.closest(USES_ARROWS)) return null;
  if (key === "ArrowRight" || key === "ArrowDown") return at + 1;
  if (key === "ArrowLeft" || key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  if (key === "End") return Infinity;
  return null;
}

/** The slide that the link names, from 0; null for a link that names none. One beyond the last means the last. */
function slideInLink(): number | null {
  const number = /^#slide=(\d+)$/.exec(location.hash)?.[1];
  return number === undefined ? null : Number(number) - 1;
}

function hashOf(at: number): string {
  return `#slide=${at + 1}`;
}

/** Turning slides makes no history: going back undoes what was done to the controls. */
function writeHash(hash: string): void {
  try {
    history.replaceState(history.state, "", `${location.pathname}${location.search}${hash}`);
  } catch {
    // A sandboxed frame has no history to write to; the projection works all the same.
  }
}

/** The link that opens the page in the present state where the slide stands, for those who sit in the room. */
function linkTo(slide: HTMLElement | null): string {
  const id = slide ? placeOf(slide).id : "";
  return `${location.href.split("#")[0]}${id && `#${encodeURIComponent(id)}`}`;
}

function ownEnlargement(): number {
  return innerWidth < PHONE ? 1 : ENLARGEMENT * Math.max(1, Math.min(innerWidth / 1280, innerHeight / 720));
}

function enlargement(): number {
  return Number(root.style.getPropertyValue("--enlarged"));
}

/**
 * Enlarges as asked, or less where the slide would not fit on the screen; but never makes it smaller than it is. What
 * counts is the room that the body takes: a figure may stick out until it is drawn anew in its new size.
 */
function fit(asked: number): void {
  for (let enlarged = asked; ; enlarged = Math.max(1, enlarged * 0.96)) {
    root.style.setProperty("--enlarged", String(enlarged));
    const { body } = document;
    // Within a pixel: the body's least height is rounded.
    const isFitting =
      body.getBoundingClientRect().height <= innerHeight + 1 && body.scrollWidth <= body.clientWidth;
    if (enlarged === 1 || isFitting) return;
  }
}
