/** Keeps of the style sheets of font packages what the page needs: woff2 files, and the subsets that we write in. */
import { readFile } from "node:fs/promises";

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
