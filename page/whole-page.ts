/** A page that is one file as it was before any cell ran: taken while its script is being loaded. */
const pristine = document.querySelector("script[data-whole]")
  ? `<!doctype html>\n${document.documentElement.outerHTML}`
  : null;

/**
 * This notebook as one file, as its text: of a page that is one itself, the page as it came; of a page of the site, the file that its foot leads to. Throws an Error where the site has none.
 */
export async function wholePage(): Promise<string> {
  if (pristine !== null) return pristine;
  const link = document.querySelector<HTMLAnchorElement>(".page-foot a[download]");
  if (!link) throw new Error("this site was built without pages that are one file");
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`the page as one file could not be loaded (${response.status})`);
  return response.text();
}
