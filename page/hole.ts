/**
 * Shows the value of a hole in prose: a node as it is, nothing for null and undefined, all else as text. What is
 * there already is left untouched, so that an element keeps its focus and its state.
 */
export function showInHole(root: Element, value: unknown): void {
  if (value instanceof Node) {
    if (root.childNodes.length !== 1 || root.firstChild !== value) root.replaceChildren(value);
    return;
  }
  const text = value == null ? "" : String(value);
  if (root.childElementCount > 0 || root.textContent !== text) root.replaceChildren(text);
}
