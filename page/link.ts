/**
 * The state of a page in its link. A control declares its key once, together with how its value is read
 * and written; the link is bounded by that declaration and is never evaluated. It is written when a
 * gesture ends, and holds only what differs from the notebook's own state, so that it stays short. Each
 * gesture is an entry of the browser's history, so that going back undoes it. With `show` a link names
 * the keys that its reader may hold: all other controls then show their value and cannot be moved.
 */
import { carriedQuery } from "./carried.ts";
import { parseLink, printLink, quoted, readField, type LinkText, type ReadableField } from "./link-text.ts";

export interface LinkField<T> extends ReadableField<T> {
  /** Said by whoever sent the link, about the page and not about its controls: a reset keeps it. */
  readonly fixed?: boolean;
  write(value: T): string;
  /** Shows a value that came with the history or a reset, and tells those who listen to the control. */
  restore(value: T): void;
}

/** A value that is kept in the link. */
export interface LinkedValue<T> {
  /** The value that the page opens with: the link's where it has one, else the initial one. */
  readonly opening: T;
  /** Whether the reader may hold the control; if not, it is read-only. */
  readonly held: boolean;
  /** Writes the value into the link; the initial value removes the key. */
  keep(value: T): void;
}

/** What is written within this time belongs to one gesture, as when a word sets two sliders (ms). */
const GESTURE = 400;

/** In a frame the history is that of the page around it, which is left alone. */
const isFramed = parent !== window;

/** A field without the type of its value. */
interface Declared {
  readonly fixed: boolean;
  restore(): void;
  read(link: LinkText): { readonly value: unknown; readonly notice?: string };
  write(value: unknown): string | null;
}

const fields = new Map<string, Declared>();
const notices: string[] = [];
const listeners = new Set<(notices: readonly string[]) => void>();
let lastWrite = -Infinity;

/** Declares a field of the link and reads its opening value. Declaring a key again reads it again. */
export function linked<T>(field: LinkField<T>): LinkedValue<T> {
  const initialText = field.write(field.initial);
  const textOf = (value: T) => {
    const text = field.write(value);
    return text === initialText ? null : text;
  };
  fields.set(field.key, {
    fixed: field.fixed ?? false,
    restore: () => field.restore(valueInLink(field)),
    read: (link) => readField(field, link),
    write: (value) => textOf(value as T),
  });
  const keep = (value: T) => {
    const entries = new Map(presentLink().entries);
    const text = textOf(value);
    if (text === null) entries.delete(field.key);
    else entries.set(field.key, text);
    writeQuery(printLink(entries));
  };
  return { opening: valueInLink(field), held: isHeld(field.key), keep };
}

/** The query that the address should have, where it cannot be written or the page brought it along. */
let unwritten: string | null = location.search === "" ? carriedQuery() : null;
let parsed = { query: "", link: parseLink("") };

/** The query that holds the present state, with its question mark; empty for the notebook's own. */
export function presentQuery(): string {
  return unwritten ?? location.search;
}

/** What the address says now; taken apart once for each address. */
function presentLink(): LinkText {
  const query = presentQuery();
  if (parsed.query !== query) parsed = { query, link: parseLink(query) };
  return parsed.link;
}

function valueInLink<T>(field: LinkField<T>): T {
  const link = presentLink();
  const { value, notice } = readField(field, link);
  for (const text of [...link.notices, ...(notice ? [notice] : [])]) announce(text);
  return value;
}

/** The keys that `show` names; null where a link does not restrict its reader. */
function shownKeys(): readonly string[] | null {
  const text = presentLink().entries.get("show");
  return text === undefined ? null : text.split(",").filter(Boolean);
}

function isHeld(key: string): boolean {
  return shownKeys()?.includes(key) ?? true;
}

/** Whether the link lets its reader hold only some of the controls. */
export function isRestricted(): boolean {
  return shownKeys() !== null;
}

/** What every field would hold with some query, and what would be said of it; changes nothing. */
export function readState(query: string): { values: Map<string, unknown>; notices: string[] } {
  const link = parseLink(query);
  const values = new Map<string, unknown>();
  const said = [...link.notices];
  for (const [key, field] of fields) {
    const { value, notice } = field.read(link);
    values.set(key, value);
    if (notice) said.push(notice);
  }
  return { values, notices: [...said, ...unknownKeys(link)] };
}

/** The query that holds some values of fields. */
export function writeState(values: Iterable<readonly [key: string, value: unknown]>): string {
  const entries = Array.from(values, ([key, value]) => [key, fields.get(key)?.write(value) ?? null] as const);
  return printLink(entries.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A new entry of the history for a new gesture, the same one while the gesture lasts. */
function writeQuery(query: string): void {
  if (query === printLink(presentLink().entries)) return;
  const address = `${location.pathname}${query}${location.hash}`;
  const isSameGesture = performance.now() - lastWrite < GESTURE;
  lastWrite = performance.now();
  try {
    if (isSameGesture || isFramed) history.replaceState(history.state, "", address);
    else history.pushState({ gestures: gesturesSoFar() + 1 }, "", address);
    unwritten = null;
  } catch {
    // A sandboxed frame may have no history to write to; the page works all the same.
    unwritten = query;
  }
}

/** Follows the history: every control shows what the address now says. Call it once. */
export function followHistory(): void {
  addEventListener("popstate", restoreAll);
}

function restoreAll(): void {
  lastWrite = -Infinity;
  for (const field of fields.values()) field.restore();
}

/** Undoes the last gesture; does nothing where there is none, rather than leave the page. */
export function undo(): void {
  if (gesturesSoFar() > 0) history.back();
}

/** How many gestures on this page lie before the present entry of the history. */
function gesturesSoFar(): number {
  const state = history.state as { gestures?: number } | null;
  return state?.gestures ?? 0;
}

/** Gives every control the notebook's own value. */
export function reset(): void {
  openState({});
}

/** Gives every control the value that `state` holds for its key, and its own where it holds none. */
export function openState(state: Readonly<Record<string, string>>): void {
  // A gesture of its own, however soon it comes after another.
  lastWrite = -Infinity;
  const kept = [...presentLink().entries].filter(([key]) => isKept(key));
  writeQuery(printLink([...kept, ...Object.entries(state)]));
  restoreAll();
}

/** What the sender of a link has fixed outlasts a reset. */
function isKept(key: string): boolean {
  return key === "show" || (fields.get(key)?.fixed ?? false) || (fields.has(key) && !isHeld(key));
}

/** Says which keys of the link no control has declared; call it once the notebook has run. */
export function reportUnknownKeys(): void {
  for (const notice of unknownKeys(presentLink())) announce(notice);
}

function unknownKeys({ entries }: LinkText): string[] {
  const unknown = [...entries.keys()].filter((key) => key !== "show" && !fields.has(key));
  const shown = (entries.get("show") ?? "").split(",").filter((key) => key && !fields.has(key));
  return [
    ...(unknown.length > 0 ? [`The link names ${quoted(unknown)}, which this page does not know.`] : []),
    ...(shown.length > 0 ? [`The link shows ${quoted(shown)}, which this page does not have.`] : []),
  ];
}

/** Calls `listener` with all notices so far, now and whenever one is added. */
export function onNotice(listener: (notices: readonly string[]) => void): void {
  listeners.add(listener);
  listener(notices);
}

function announce(notice: string): void {
  if (notices.includes(notice)) return;
  notices.push(notice);
  for (const listener of listeners) listener(notices);
}
