/**
 * The text of a link, apart from any page: a query taken apart and put together. Whatever the text is, taking it apart
 * gives entries and notices and throws nothing; what an entry means is for the control that declared its key.
 */

/** What a query says, without its version. Of a key that is repeated the first value counts. */
export interface LinkText {
  readonly entries: ReadonlyMap<string, string>;
  /** What of the query was not understood, in sentences. */
  readonly notices: readonly string[];
}

/** What came of reading a text: a value within the control's range, and a notice where it was not as asked. */
export interface Reading<T> {
  readonly value: T;
  readonly notice?: string;
}

/** How the value of a key is read. */
export interface ReadableField<T> {
  readonly key: string;
  readonly initial: T;
  /** Turns text into a value; throws a RangeError, whose message is shown, where it cannot. */
  read(text: string): Reading<T>;
}

/** The version of what links mean, under the key `v`. A link without it, as one types it, is of this version. */
const VERSION = "1";

/** A query longer than this, or one value longer than that, is no state of ours. */
const LONGEST_LINK = 20_000;
const LONGEST_VALUE = 4000;

/** Takes a query apart, with or without its question mark. */
export function parseLink(query: string): LinkText {
  if (query.length > LONGEST_LINK) {
    const notice = `The link is too long (${query.length} characters) and was ignored.`;
    return { entries: new Map(), notices: [notice] };
  }
  const entries = new Map<string, string>();
  const damaged = new Set<string>();
  const repeated = new Set<string>();
  for (const pair of query.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const [rawKey = "", ...rest] = pair.split("=");
    const [key, value] = [decoded(rawKey), decoded(rest.join("="))];
    if (key === null || value === null) damaged.add(key ?? rawKey);
    else if (entries.has(key)) repeated.add(key);
    else entries.set(key, value);
  }
  const version = entries.get("v") ?? VERSION;
  entries.delete("v");
  const notices = [
    ...(version === VERSION ? [] : [otherVersion(version)]),
    ...(damaged.size > 0 ? [`What the link says of ${quoted(damaged)} is damaged and was ignored.`] : []),
    ...(repeated.size > 0 ? [`The link names ${quoted(repeated)} more than once; the first counts.`] : []),
  ];
  return { entries, notices };
}

/** Puts a query together, with its question mark and version; nothing for no entries. */
export function printLink(entries: Iterable<readonly [key: string, value: string]>): string {
  const query = new URLSearchParams();
  for (const [key, value] of entries) query.set(key, value);
  if (query.size === 0) return "";
  query.set("v", VERSION);
  // Readable links: commas and slashes are allowed in a query and need no escape.
  return `?${query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/")}`;
}

/** The value that a link gives a field: its own where the link has none, or none that can be read. */
export function readField<T>({ key, initial, read }: ReadableField<T>, { entries }: LinkText): Reading<T> {
  const text = entries.get(key);
  if (text === undefined) return { value: initial };
  if (text.length > LONGEST_VALUE) {
    const notice = `The link's value for “${key}” is too long (${text.length} characters) and was ignored.`;
    return { value: initial, notice };
  }
  try {
    const { value, notice } = read(text);
    return notice ? { value, notice: `In the link: ${notice}` } : { value };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: initial, notice: `In the link: ${error.message}. The notebook's own value is kept.` };
  }
}

/** Names that came with a link, each cut short, and no more than a reader would read. */
export function quoted(names: Iterable<string>): string {
  const all = Array.from(names, (name) => `“${name.slice(0, 40)}”`);
  const [shown, others] = [all.slice(0, 4), all.length - 4];
  if (others > 0) return `${shown.join(", ")} and ${others} more`;
  return [shown.slice(0, -1).join(", "), shown.at(-1)].filter(Boolean).join(" and ");
}

function otherVersion(text: string): string {
  return `The link is of version “${text.slice(0, 40)}”, and this page knows version ${VERSION}: it was read as well as could be.`;
}

/** The text that is escaped in a query; null where the escapes are not those of any text. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}
