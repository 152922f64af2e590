/** Keeps of the style sheets of font packages what the page needs: woff2 files, and the subsets that we write in. */
import { readFile } from "node:fs/promises";
import katex from "katex";

const SUBSETS = /-(latin|latin-ext|greek)-\d+-/;

/** An esbuild plugin that slims the sheets of @fontsource and KaTeX. */
export const slimFonts = {
  name: "slim-fonts",
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/](@fontsource|katex)[\\/].*\.css$/ }, async ({ path }) => ({
      contents: slimFontFaces(await readFile(path, "utf8")),
      loader: "css",
    }));
  },
};

/** The sheet without the subsets that are not ours, and with only the woff2 source of each face. */
export function slimFontFaces(css) {
  return css
    .replace(/(?:\/\*[^*]*\*\/\s*)?@font-face\s*\{[^}]*\}/g, (face) =>
      !face.includes("unicode-range") || SUBSETS.test(face) ? face : "",
    )
    .replace(/,\s*url\([^)]*\)\s*format\(["']?(?:woff|truetype)["']?\)/g, "");
}

/** The faces of KaTeX that only some commands ask for, as "family weight style"; letters are in its other faces. */
const COMMANDS = {
  "KaTeX_AMS 400 normal": { test: (text) => [...new Set(text.match(/\\[a-zA-Z]+/g))].some(isInAms) },
  "KaTeX_Caligraphic 400 normal": /\\(mathcal|cal)\b/,
  "KaTeX_Caligraphic 700 normal": /\\(boldsymbol|bm)\b/,
  "KaTeX_Fraktur 400 normal": /\\(mathfrak|frak)\b/,
  "KaTeX_Fraktur 700 normal": /\\(boldsymbol|bm)\b/,
  "KaTeX_Main 400 italic": /\\(mathit|textit|emph|it)\b/,
  "KaTeX_Main 700 italic": /\\(boldsymbol|bm|textbf)\b/,
  "KaTeX_Math 700 italic": /\\(boldsymbol|bm)\b/,
  "KaTeX_SansSerif 400 normal": /\\(mathsf|textsf|sf)\b/,
  "KaTeX_SansSerif 400 italic": /\\(mathsf|textsf|sf)\b/,
  "KaTeX_SansSerif 700 normal": /\\(boldsymbol|bm)\b/,
  "KaTeX_Script 400 normal": /\\mathscr\b/,
  "KaTeX_Typewriter 400 normal": /\\(mathtt|texttt|tt|verb)\b/,
};

/** Whether a command, alone or with an argument, is set in KaTeX_AMS: its symbols are many, and KaTeX knows which. */
function isInAms(command) {
  const html = [command, `${command}{A}`].map((tex) =>
    katex.renderToString(tex, { throwOnError: false, strict: false }),
  );
  return html.some((text) => /class="[^"]*\b(amsrm|mathbb|textbb)\b/.test(text));
}

/** A bundled sheet without the faces that a text has no use for: its characters, and the commands of its formulas. */
export function keepUsedFaces(css, text) {
  const used = [...new Set(Array.from(text, (character) => character.codePointAt(0)))];
  const covered = new Map();
  const isUsed = (face) => {
    const name = ["family", "weight", "style"].map((part) => descriptor(face, part)).join(" ");
    const range = /unicode-range:([^;}]*)/.exec(face)?.[1];
    if (!range) return !COMMANDS[name] || COMMANDS[name].test(text);
    const found = used.filter((code) => isIn(range, code) && !covered.get(name)?.has(code));
    covered.set(name, new Set([...(covered.get(name) ?? []), ...found]));
    return found.length > 0;
  };
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  // Of two parts of a face that have a character, the later one is used.
  const kept = new Set(faces.toReversed().filter(isUsed));
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) => (kept.has(face) ? face : ""));
}

function descriptor(face, part) {
  return new RegExp(`font-${part}:\\s*["']?([^"';}]*)`).exec(face)?.[1];
}

/** Whether a unicode-range ("U+0-FF, U+131, U+4??") has a code point. */
function isIn(range, code) {
  return range.split(",").some((part) => {
    const [first, last = first] = part.trim().slice(2).split("-");
    return (
      parseInt(first.replaceAll("?", "0"), 16) <= code && code <= parseInt(last.replaceAll("?", "F"), 16)
    );
  });
}
