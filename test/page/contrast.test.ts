import { readFile, readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";

/** Contrast by WCAG 2.1, recomputed from the tokens: text needs 4.5:1 (1.4.3), marks that mean something 3:1 (1.4.11). */

type Colour = readonly [red: number, green: number, blue: number];

const css = await readFile("page/tokens.css", "utf8");

/** The colours of the block that begins with a selector. */
function colours(selector: string): Map<string, Colour> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  const found = block.matchAll(/--([\w-]+): #([\da-f]{6})\b/g);
  return new Map(Array.from(found, ([, name = "", hex = ""]) => [name, linear(hex)]));
}

/** The number before % that a token of a block holds. */
function share(selector: string, token: string): number {
  const block = css.slice(css.indexOf(`${selector} {`));
  return Number(new RegExp(`--${token}:[^;]*?([\\d.]+)%`).exec(block)?.[1]) / 100;
}

/** Linear light of a colour of sRGB (IEC 61966-2-1, with the threshold of WCAG 2.1). */
function linear(hex: string): Colour {
  return [0, 2, 4].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Colour, b: Colour): number {
  const [bright, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

type Matrix = readonly (readonly [number, number, number])[];
const times = (matrix: Matrix, v: Colour) =>
  matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Colour;

/** OKLab (B. Ottosson 2020), from linear light and back. */
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_LMS: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** What `color-mix(in oklab, a share, b)` is. */
function mix(a: Colour, part: number, b: Colour): Colour {
  const lab = (colour: Colour) => times(TO_LAB, times(TO_LMS, colour).map(Math.cbrt) as unknown as Colour);
  const [x, y] = [lab(a), lab(b)];
  const mixed = x.map((value, i) => part * value + (1 - part) * (y[i] ?? 0)) as unknown as Colour;
  return times(FROM_LMS, times(FROM_LAB, mixed).map((value) => value ** 3) as unknown as Colour);
}

const TEXT = ["ink", "ink-2", "hold", "gd", "hb", "nag", "kappa", "beta", "eta"];
const MARKS = [...TEXT, "line", "outside"];
const SURFACES = ["paper", "tint"];
/** Separators, grid and hatching carry no meaning of their own: what they part or fill has a word or a border. */
const DECORATION = ["rule", "hatch"];

it("the formula is that of WCAG: black on white is 21, #767676 on white just passes", () => {
  const [black, white, grey] = ["000000", "ffffff", "767676"].map(linear) as [Colour, Colour, Colour];
  expect(contrast(black, white)).toBeCloseTo(21, 12); // a few roundings
  expect(contrast(grey, white)).toBeGreaterThan(4.5);
  expect(contrast(linear("777777"), white)).toBeLessThan(4.5);
});

it("mixing half of white into black gives the grey of half its lightness", () => {
  // OKLab of a grey is the cube root of its light: half the lightness is an eighth of the light.
  const [red, green, blue] = mix(linear("ffffff"), 0.5, linear("000000"));
  for (const channel of [red, green, blue]) expect(channel).toBeCloseTo(1 / 8, 6); // the matrices have ten digits
});

describe.each([
  ["light", ":root"],
  ["dark", ':root[data-theme="dark"]'],
])("%s", (_, selector) => {
  const tokens = colours(selector);
  const token = (name: string) => tokens.get(name)!;

  it("has every token, and no other colour", () => {
    expect([...tokens.keys()].sort()).toEqual([...SURFACES, ...MARKS, ...DECORATION].sort());
  });

  it.each(SURFACES.flatMap((surface) => TEXT.map((name) => [name, surface])))(
    "text: %s on %s",
    (name, surface) => {
      expect(contrast(token(name), token(surface))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(SURFACES.flatMap((surface) => MARKS.map((name) => [name, surface])))(
    "marks: %s on %s",
    (name, surface) => {
      expect(contrast(token(name), token(surface))).toBeGreaterThanOrEqual(3);
    },
  );

  it("text: a word that can be held, on its wash", () => {
    const wash = mix(token("hold"), share(selector, "hold-wash"), token("paper"));
    expect(contrast(token("hold"), wash)).toBeGreaterThanOrEqual(4.5);
  });

  it("the map: names up to its middle band, the comb on all of it", () => {
    const [shallow, deep] = [share(selector, "map-shallow"), share(selector, "map-deep")];
    const band = (part: number) => mix(token("hb"), part, token("paper"));
    expect(contrast(token("ink"), band((shallow + deep) / 2))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("ink"), band(deep))).toBeGreaterThanOrEqual(3);
  });
});

it("the dark of the system and the dark of the link are the same", () => {
  const block = (selector: string) => {
    const start = css.indexOf(`${selector} {`);
    return css.slice(css.indexOf("{", start), css.indexOf("}", start)).replace(/\s+/g, " ");
  };
  expect(block(":root:not([data-theme])")).toBe(block(':root[data-theme="dark"]'));
});

describe("nothing has a colour but a token", async () => {
  const files = (
    await Promise.all(
      ["page", "cells", "figures"].map(async (folder) =>
        (await readdir(folder, { recursive: true })).map((file) => `${folder}/${file}`),
      ),
    )
  ).flat();
  /** Where tokens come from, and what translates the colours of the page into those of a file. */
  const OTHERS = ["page/tokens.css", "cells/png.ts", "cells/standalone-svg.ts"];
  const LITERAL = /#[\da-f]{3}\b|#[\da-f]{6}\b|\b(?:rgb|hsl|oklch|oklab|lab)a?\(/gi;

  it.each(files.filter((file) => /\.(css|ts)$/.test(file) && !OTHERS.includes(file)))("%s", async (file) => {
    const source = await readFile(file, "utf8");
    expect(source.match(LITERAL)).toBeNull();
    const own = source.matchAll(/(--[\w-]+):/g);
    const declared = [...css.matchAll(/(--[\w-]+):/g), ...own].map(([, name]) => name);
    const used = Array.from(source.matchAll(/var\((--[\w-]+)/g), ([, name]) => name);
    expect(used.filter((name) => !declared.includes(name) && name !== "--fill")).toEqual([]);
  });

  it.each(files.filter((file) => file.endsWith(".css") && file !== "page/tokens.css"))(
    "text in %s has a token that is dark enough",
    async (file) => {
      const source = await readFile(file, "utf8");
      const values = Array.from(source.matchAll(/[\s{;]color: ([^;]+);/g), ([, value = ""]) => value);
      const allowed = ["inherit", "currentColor", ...TEXT.map((name) => `var(--${name})`)];
      // Under forced colours, the system's own names.
      const forced =
        /^(Canvas|CanvasText|LinkText|GrayText|Highlight|HighlightText|ButtonText|var\(--paper\))$/;
      expect(values.filter((value) => !allowed.includes(value) && !forced.test(value))).toEqual([]);
    },
  );
});
