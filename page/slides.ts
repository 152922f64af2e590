/**
 * What can fill a screen of its own, by the classes that cells give it: a picture to take hold of, a figure, a
 * theorem, its erratum, an exercise. A theorem's figure and erratum are screens of their own; what an exercise draws
 * belongs to it.
 */
const SLIDE = ".plane, .figure, .theorem, .erratum, .exercise";

/** What a reader changes the state of the page with. */
const CONTROL = "input, textarea, button[aria-pressed], [role=slider]";

/** The slides of the page, in its order. */
export function findSlides(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(`main :is(${SLIDE})`)).filter(
    (slide) => !slide.closest("[hidden]") && !slide.parentElement?.closest(".exercise"),
  );
}

/**
 * What stands in the opening of the page and in the slide's own section to change its picture with: the blocks of
 * cells that hold controls and are neither prose nor slides. Sliders come first to hand, but for an exercise, which
 * has controls of its own; the others come on request.
 */
export function controlsFor(slide: HTMLElement): { sliders: HTMLElement[]; others: HTMLElement[] } {
  const sections = new Set([document.querySelector("main > section"), slide.closest("main > section")]);
  const blocks = [...sections].flatMap((section) =>
    Array.from(section?.querySelectorAll<HTMLElement>(".cell > *") ?? []).filter(isControl),
  );
  const hasSlider = (block: HTMLElement) =>
    !slide.matches(".exercise") && block.querySelector("input[type=range]") !== null;
  return { sliders: blocks.filter(hasSlider), others: blocks.filter((block) => !hasSlider(block)) };
}

function isControl(block: HTMLElement): boolean {
  const other = `${SLIDE}, [data-hole]`;
  return (
    !block.hidden && !block.matches(other) && !block.querySelector(other) && !!block.querySelector(CONTROL)
  );
}

/**
 * Marks what is to be seen: the slide (`data-slide="now"`), its controls ("controls"), and what they stand in ("way");
 * the style sheet hides the rest. Without a slide all marks go. What keeps its mark keeps its focus.
 */
export function markSlide(slide: HTMLElement | null, controls: readonly HTMLElement[] = []): void {
  const marks = new Map<HTMLElement, string>();
  if (slide) marks.set(slide, "now");
  for (const control of controls) marks.set(control, "controls");
  for (const seen of [...marks.keys()]) {
    for (let way = seen.parentElement; way && way !== document.body; way = way.parentElement) {
      if (!marks.has(way)) marks.set(way, "way");
    }
  }
  for (const old of document.querySelectorAll<HTMLElement>("[data-slide]")) {
    if (!marks.has(old)) delete old.dataset.slide;
  }
  for (const [element, mark] of marks) element.dataset.slide = mark;
}

/** What stands over a slide that has no heading of its own: a call to vote, or what is said of its picture. */
export function titleFor(slide: HTMLElement): string {
  const letters = Array.from(slide.querySelectorAll("ol button[aria-pressed]"), (_, i) =>
    String.fromCharCode(65 + i),
  );
  if (letters.length > 1) return `Hands up: ${letters.slice(0, -1).join(", ")} or ${letters.at(-1)}?`;
  if (slide.querySelector(".figure-title, h3, h4")) return "";
  return slide.querySelector("svg[role=img]")?.getAttribute("aria-label") ?? "";
}

/** Where a slide stands on the page: a copy of the heading of its theorem, or of its section. */
export function placeOf(slide: HTMLElement): { readonly nodes: Node[]; readonly id: string } {
  const heading = slide.closest("main > section")?.querySelector("h1, h2");
  const nearest = slide.closest(".theorem")?.querySelector("h3") ?? heading;
  return { nodes: [...(nearest?.cloneNode(true).childNodes ?? [])], id: heading?.id ?? "" };
}
