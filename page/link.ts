/**
 * The state of a page in its link. A control declares its key once, together with how its value is read
 * and written; the link is bounded by that declaration and is never evaluated. It is written when a
 * gesture ends, and holds only what differs from the notebook's own state, so that it stays short.
 */

/** What came of reading a text: a value within the control's range, and a notice where it was not as asked. */
export interface Reading<T> {
  readonly value: T;
  readonly notice?: string;
}

export interface LinkField<T> {
  readonly key: string;
  readonly initial: T;
  /** Turns text into a value; throws a RangeError, whose message is shown, where it cannot. */
  read(text: string): Reading<T>;
  write(value: T): string;
}

/** A value that is kept in the link. */
export interface LinkedValue<T> {
  readonly initial: T;
  /** The value that the page opens with: the link's where it has one, else the initial one. */
  readonly opening: T;
  /** Writes the value into the link; the initial value removes the key. */
  keep(value: T): void;
}

/** A text longer than this is no state of ours. */
const LONGEST_VALUE = 4000;

const declared = new Set<string>();
const notices: string[] = [];
const listeners = new Set<(notices: readonly string[]) => void>();

/** Declares a field of the link and reads its opening value. Declaring a key again reads it again. */
export function linked<T>(field: LinkField<T>): LinkedValue<T> {
  declared.add(field.key);
  const initialText = field.write(field.initial);
  const keep = (value: T) => {
    const text = field.write(value);
    writeKey(field.key, text === initialText ? null : text);
  };
  const text = new URLSearchParams(location.search).get(field.key);
  return { initial: field.initial, opening: text === null ? field.initial : opening(field, text), keep };
}

function opening<T>(field: LinkField<T>, text: string): T {
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

function writeKey(key: string, text: string | null): void {
  const query = new URLSearchParams(location.search);
  if (text === null) query.delete(key);
  else query.set(key, text);
  // Readable links: commas and slashes are allowed in a query and need no escape.
  const readable = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  try {
    history.replaceState(
      history.state,
      "",
      `${location.pathname}${readable && `?${readable}`}${location.hash}`,
    );
  } catch {
    // A sandboxed frame has no history to write to; the page works all the same.
  }
}

/** Says which keys of the link no control has declared; call it once the notebook has run. */
export function reportUnknownKeys(): void {
  for (const key of new Set(new URLSearchParams(location.search).keys())) {
    if (declared.has(key)) continue;
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
