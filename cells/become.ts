/**
 * Makes a drawing of the page look as another one that is not in it. What both have stays untouched, so that the browser
 * lays out and paints only what has changed; where they differ in kind, the other's part takes the place.
 */
export function become(shown: Element, next: Element): void {
  for (const { name, value } of next.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  // It has all that the other has: with as many it has no more.
  if (shown.attributes.length > next.attributes.length)
    for (const { name } of [...shown.attributes]) if (!next.hasAttribute(name)) shown.removeAttribute(name);
  const parts = [...shown.childNodes];
  const wanted = [...next.childNodes];
  wanted.forEach((part, i) => {
    const old = parts[i];
    if (!old) shown.append(part);
    else if (old instanceof Element && part instanceof Element && old.nodeName === part.nodeName)
      become(old, part);
    else if (!old.isEqualNode(part)) old.replaceWith(part);
  });
  for (const old of parts.slice(wanted.length)) old.remove();
}
