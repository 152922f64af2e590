/** The id of the block in a saved page that says in which state it was saved. */
const PLACE = "carried-state";

/** What a page that was saved brings along. */
export interface CarriedState {
  /** Its query, with its question mark; empty for the notebook's own state. */
  readonly query: string;
  /** Texts of the reader that may be too long for a link, by the keys of their controls. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A page that is one file, with a state to open in and, above its cells, some static html; nothing of the state can end its place or run. */
export function withCarried(page: string, state: CarriedState, html: string): string {
  const json = JSON.stringify(state).replaceAll("<", "\\u003c");
  const block = `<script type="application/json" id="${PLACE}">${json}</script>`;
  const body = page.indexOf("<body>");
  if (body < 0) throw new Error("the page has no body");
  const clean = page.slice(body).replace(/<!--saved-->.*?<!--\/saved-->/s, "");
  return `${page.slice(0, body)}<body><!--saved-->${block}${html}<!--/saved-->${clean.slice("<body>".length)}`;
}

/** What a page says of itself; null where it was not saved, or what it says cannot be read. */
export function readCarried(document: Document): CarriedState | null {
  const text = document.getElementById(PLACE)?.textContent;
  if (!text) return null;
  try {
    const { query, texts } = JSON.parse(text) as Partial<CarriedState>;
    const words = Object.entries(texts ?? {}).filter((entry) => typeof entry[1] === "string");
    return { query: typeof query === "string" ? query : "", texts: Object.fromEntries(words) };
  } catch {
    return null;
  }
}
