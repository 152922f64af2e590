/**
 * Shows in its place that a cell failed. A cell that only lacks an input says quietly for which one it waits, since
 * that cell tells the reason. Messages go to the console while notebooks are served for editing, never on the
 * built page: an error there is a part of the page, not of the log.
 */
export function showFailure(root: Element, error: unknown, input: string | undefined): void {
  const message = error instanceof Error ? error.message : String(error);
  const missing = input !== undefined && message === `${input} is not defined`;
  const waiting = input !== undefined && !missing;
  const note = document.createElement(root.matches("span") ? "span" : "p");
  note.className = waiting ? "cell-waiting" : "cell-error";
  if (waiting) {
    note.textContent = `waiting for ${input}`;
  } else {
    note.setAttribute("role", "alert");
    note.textContent = `${missing ? "ReferenceError" : nameOf(error)}: ${message}`;
    if (document.documentElement.hasAttribute("data-serve")) console.error(error);
  }
  root.replaceChildren(note);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "Error";
}
