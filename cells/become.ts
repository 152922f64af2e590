/**
 * Makes a drawing of the page look as another one that is not in it. What both have stays untouched, so that the browser
 * lays out and paints only what has changed; where they differ in kind, the other's part takes the place.
 */
export function become(shown: Element, next: Element): void {
  const names = next.getAttributeNames();
  for (const name of names) {
    const value = next.getAttribute(name) ?? "";
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  // It has all that the other has: with as many it has no more.
  const before = shown.getAttributeNames();
  if (before.length > names.length)
    for (const name of before) if (!next.hasAttribute(name)) shown.removeAttribute(name);
  fill(shown, [...next.childNodes]);
}

/** Makes what stands in an element look as some nodes that are not in the page; what is the same stays untouched. */
export function fill(shown: Element, wanted: readonly Node[]): void {
  const parts = [...shown.childNodes];
  wanted.forEach((part, i) => {
    const old = parts[i];
    if (!old) shown.append(part);
    else if (old.isEqualNode(part)) return;
    else if (old instanceof Element && part instanceof Element && old.nodeName === part.nodeName)
      become(old, part);
    else old.replaceWith(part);
  });
  for (const old of parts.slice(wanted.length)) old.remove();
}
