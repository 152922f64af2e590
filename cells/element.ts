/** A new HTML element with its properties and children: the one way in which cells build what they show. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Omit<HTMLElementTagNameMap[K], "attributes">> & {
    attributes?: Record<string, string>;
  } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const { attributes = {}, ...own } = properties;
  const created = Object.assign(document.createElement(name), own);
  for (const [key, value] of Object.entries<string>(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

let count = 0;

/** An id that no other element of the page has. */
export function freshId(prefix: string): string {
  return `${prefix}-${++count}`;
}
