/** The name of the notebook: that of its page's file. */
export function notebookName(path = location.pathname): string {
  return (
    path
      .split("/")
      .at(-1)
      ?.replace(/\.html$/, "") || "notebook"
  );
}

/** Where others find the page as it is now; of a file on the reader's disk only its name and its state. */
export function pageAddress(): string {
  return /^https?:$/.test(location.protocol) ? location.href : `${notebookName()}.html${location.search}`;
}
