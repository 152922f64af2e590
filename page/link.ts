/**
 * The state of a page in its link. A control declares its key once, together with how its value is read
 * and written; the link is bounded by that declaration and is never evaluated. It is written when a
 * gesture ends, and holds only what differs from the notebook's own state, so that it stays short. Each
 * gesture is an entry of the browser's history, so that going back undoes it.
 */

/** What came of reading a text: a value within the control's range, and a notice where it was not as asked. */
export interface Reading<T> {
  readonly value: T;
  readonly notice?: string;
}

export interface LinkField<T> {
  readonly key: string;
  readonly initial: T;
  /** Said by whoever sent the link, about the page and not about its controls: a reset keeps it. */
  readonly fixed?: boolean;
  /** Turns text into a value; throws a RangeError, whose message is shown, where it cannot. */
  read(text: string): Reading<T>;
  write(value: T): string;
  /** Shows a value that came with the history or a reset, and tells those who listen to the control. */
  restore(value: T): void;
}

/** A value that is kept in the link. */
export interface LinkedValue<T> {
  /** The value that the page opens with: the link's where it has one, else the initial one. */
  readonly opening: T;
  /** Writes the value into the link; the initial value removes the key. */
  keep(value: T): void;
}

/** A text longer than this is no state of ours. */
const LONGEST_VALUE = 4000;

/** What is written within this time belongs to one gesture, as when a word sets two sliders (ms). */
const GESTURE = 400;

const fields = new Map<string, { readonly fixed: boolean; restore(): void }>();
const notices: string[] = [];
const listeners = new Set<(notices: readonly string[]) => void>();
let lastWrite = -Infinity;

/** Declares a field of the link and reads its opening value. Declaring a key again reads it again. */
export function linked<T>(field: LinkField<T>): LinkedValue<T> {
  fields.set(field.key, { fixed: field.fixed ?? false, restore: () => field.restore(valueInLink(field)) });
  const initialText = field.write(field.initial);
  const keep = (value: T) => {
    const text = field.write(value);
    const query = new URLSearchParams(location.search);
    if (text === initialText) query.delete(field.key);
    else query.set(field.key, text);
    writeQuery(query);
  };
  return { opening: valueInLink(field), keep };
}

function valueInLink<T>(field: LinkField<T>): T {
  const text = new URLSearchParams(location.search).get(field.key);
  if (text === null) return field.initial;
  if (text.length > LONGEST_VALUE) {
    announce(`The link's value for “${field.key}” is too long (${text.length} characters) and was ignored.`);
    return field.initial;
  }
  try {
    const { value, notice } = field.read(text);
    if (notice) announce(`In the link: ${notice}`);
    return value;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    announce(`In the link: ${error.message}. The notebook's own value is kept.`);
    return field.initial;
  }
}

/** A new entry of the history for a new gesture, the same one while the gesture lasts. */
function writeQuery(query: URLSearchParams): void {
  // Readable links: commas and slashes are allowed in a query and need no escape.
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  const address = `${location.pathname}${text && `?${text}`}${location.hash}`;
  if (address === location.pathname + location.search + location.hash) return;
  const isSameGesture = performance.now() - lastWrite < GESTURE;
  lastWrite = performance.now();
  try {
    if (isSameGesture) history.replaceState(history.state, "", address);
    else history.pushState({ gestures: gesturesSoFar() + 1 }, "", address);
  } catch {
    // A sandboxed frame has no history to write to; the page works all the same.
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
  const kept = [...new URLSearchParams(location.search)].filter(([key]) => fields.get(key)?.fixed);
  writeQuery(new URLSearchParams([...kept, ...Object.entries(state)]));
  restoreAll();
}

/** Says which keys of the link no control has declared; call it once the notebook has run. */
export function reportUnknownKeys(): void {
  for (const key of new Set(new URLSearchParams(location.search).keys())) {
    if (fields.has(key)) continue;
    announce(`The link names “${key.slice(0, 40)}”, which this page does not know; it was ignored.`);
  }
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
