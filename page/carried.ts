import { readCarried } from "./carried-state.ts";

const carried = readCarried(document);

/** The query with which this page was saved; null for one that was not. */
export function carriedQuery(): string | null {
  return carried?.query ?? null;
}

/** The text with which a control of this page was saved; null where there is none. */
export function carriedText(key: string): string | null {
  return carried && Object.hasOwn(carried.texts, key) ? carried.texts[key]! : null;
}
