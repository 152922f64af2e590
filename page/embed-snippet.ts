/**
 * The html that shows one theorem of this page, in its present state, in a frame of another page; null where the page
 * was not opened from a site, or is itself such a frame.
 */
export function embedSnippet(theorem: string, title: string): string | null {
  const { protocol, pathname, search, href } = location;
  if (!protocol.startsWith("http") || document.documentElement.dataset.embed !== undefined) return null;
  const name = pathname.split("/").at(-1) || "index.html";
  // A page for editing lies one folder further down.
  const site = new URL(/\/edit\/[^/]*$/.test(pathname) ? ".." : ".", href);
  const state = [...new URLSearchParams(search)].filter(([key]) => key !== "theorem");
  const query = new URLSearchParams([["theorem", theorem], ...state]).toString().replaceAll("%2F", "/");
  const address = escaped(new URL(`embed/${name}?${query}`, site).href);
  return `<iframe src="${address}" title="${escaped(title)}" sandbox="allow-scripts" style="width: 100%; height: 720px; border: 0"></iframe>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
