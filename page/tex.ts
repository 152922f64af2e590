import katex from "katex";

/** The letters that keep a colour of their own wherever they stand. */
const PARAMETERS: Record<string, string> = { κ: "p-kappa", β: "p-beta", η: "p-eta" };

/**
 * Html (with MathML beside it, for screen readers) of a formula. The letters κ, β and η get the classes p-kappa,
 * p-beta and p-eta. Throws KaTeX's ParseError for TeX that it cannot read.
 */
export function renderTex(source: string, displayMode: boolean): string {
  const html = katex.renderToString(source, { displayMode, output: "htmlAndMathml", strict: false });
  return html.replace(
    /<span class="mord mathnormal"( style="[^"]*")?>([^<]*[κβη][^<]*)<\/span>/g,
    markLetters,
  );
}

/** KaTeX joins neighbouring letters in one span; a style on it (italic correction) belongs to the last one. */
function markLetters(_span: string, style: string | undefined, text: string): string {
  const pieces = text.match(/[κβη]|[^κβη]+/g) ?? [];
  return pieces
    .map((piece, i) => {
      const name = piece in PARAMETERS ? ` ${PARAMETERS[piece]}` : "";
      return `<span class="mord mathnormal${name}"${i === pieces.length - 1 ? (style ?? "") : ""}>${piece}</span>`;
    })
    .join("");
}

/** The template tag `tex`: an element with the formula; `tex.block` sets it on a line of its own. */
export const texElement = Object.assign(texTag(false), { block: texTag(true) });

function texTag(displayMode: boolean) {
  return (strings: TemplateStringsArray, ...values: readonly unknown[]): Element => {
    const template = document.createElement("template");
    template.innerHTML = renderTex(String.raw(strings, ...values), displayMode);
    return template.content.firstElementChild!;
  };
}
