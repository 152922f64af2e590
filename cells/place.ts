/**
 * Where a cell stands in the opening of a page, where the picture to take hold of, its controls and its
 * companions stand side by side on a wide screen. Elsewhere cells simply follow each other.
 */
export type Place = "stage" | "controls" | "choice" | "upper" | "lower" | "caption";

/** Gives an element its place; the style sheet does the rest. */
export function placed<E extends HTMLElement>(element: E, place: Place): E {
  element.dataset.place = place;
  return element;
}

/** Several controls side by side. */
export function row(...controls: HTMLElement[]): HTMLElement {
  const row = document.createElement("div");
  row.className = "controls";
  row.append(...controls);
  return row;
}

/** Several things one below the other, as one cell. */
export function stack(...parts: HTMLElement[]): HTMLElement {
  const stack = document.createElement("div");
  stack.className = "stack";
  stack.append(...parts);
  return stack;
}

/** The same over the full width, margin included. */
export function wide(...parts: HTMLElement[]): HTMLElement {
  const wide = stack(...parts);
  wide.className = "wide";
  return wide;
}

/** Two figures side by side, one below the other on a phone. */
export function pair(first: HTMLElement, second: HTMLElement): HTMLElement {
  const pair = stack(first, second);
  pair.className = "figure-pair";
  return pair;
}
