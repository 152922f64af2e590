/**
 * Text for figures with a little mathematics in it: `*t*` is an italic letter of the formula font,
 * `^(−2)` is raised and `_(0)` is lowered. (The text faces have no raised digits of their own.)
 */
export function richText(source: string, attributes: Record<string, string | number> = {}): SVGTextElement {
  const text = svgElement("text", attributes);
  let shift = 0;
  for (const { content, className, rise } of pieces(source)) {
    if (!className && rise === shift) {
      text.append(content);
      continue;
    }
    const span = svgElement("tspan", className ? { class: className } : {});
    // The pen moves back by itself only if each piece undoes the shift of the one before.
    if (rise !== shift) span.setAttribute("dy", `${shift - rise}em`);
    shift = rise;
    span.textContent = content;
    text.append(span);
  }
  return text;
}

/** The same text without its marks, for names that are spoken. */
export function plainText(source: string): string {
  return [...pieces(source)].map(({ content }) => content).join("");
}

interface Piece {
  readonly content: string;
  readonly className: string;
  /** In em of the piece's own size, upwards. */
  readonly rise: number;
}

function* pieces(source: string): Generator<Piece> {
  const pattern =
    /\*(?<math>[^*]+)\*|\^\((?<raised>[^)]+)\)|_\((?<lowered>[^)]+)\)|(?<plain>[^*^_]+|[*^_])/gu;
  for (const { groups } of source.matchAll(pattern)) {
    if (groups?.math) yield { content: groups.math, className: "math", rise: 0 };
    else if (groups?.raised) yield { content: groups.raised, className: "small", rise: 0.45 };
    else if (groups?.lowered) yield { content: groups.lowered, className: "small", rise: -0.3 };
    else yield { content: groups?.plain ?? "", className: "", rise: 0 };
  }
}

/** A new SVG element with its attributes. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
