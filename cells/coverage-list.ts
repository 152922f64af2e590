import type { Item } from "../lib/atlas/item.ts";
import { element } from "./element.ts";

/** An item with its place: the address and the name of where it lives, if it does. */
export interface CoveredItem extends Item {
  readonly anchor: string;
  readonly place: { readonly href: string; readonly name: string } | null;
}

/** A paper's items with where each lives, or why it does not. */
export function coverageList(name: string, items: readonly CoveredItem[]): HTMLElement {
  return element(
    "div",
    { className: "coverage" },
    element("h3", {}, name),
    element("ul", {}, ...items.map(line)),
  );
}

function line({ anchor, number, says, note, place }: CoveredItem): HTMLElement {
  return element(
    "li",
    { id: anchor },
    element("b", {}, number),
    `, ${says}. `,
    ...(note ? [`${note} `] : []),
    ...(place ? ["In ", element("a", { href: place.href }, place.name), "."] : []),
  );
}
