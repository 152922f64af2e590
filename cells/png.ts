import { svgElement } from "../figures/rich-text.ts";
import { svgText } from "./standalone-svg.ts";

/** Pixels of the picture for each of CSS. */
const DENSITY = 2;

/** The side of the square in which a face shows that it has come, in the units of the picture. */
const SQUARE = 20;

/** How long to wait for the faces (ms): they are in the image, so that it is a matter of decoding them. */
const PATIENCE = 5000;

/** A stand-alone picture as PNG, in the faces of the page. Rejects where the browser cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const faces = await facesOf(svg);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText(withFaces(svg, faces)))}`;
  await image.decode();
  await facesDrawn(image, faces.length, height);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: DENSITY * width, height: DENSITY * height });
  contextOf(canvas).drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made"))));
  });
}

/** A face of the page: its rule with the font in it, since an image loads nothing, and a letter that it has. */
interface Face {
  readonly rule: string;
  readonly style: CSSStyleDeclaration;
  readonly letter: string;
}

/** The faces in which the texts of a picture are set. */
async function facesOf(svg: SVGSVGElement): Promise<Face[]> {
  const used = (name: string) =>
    Array.from([svg, ...svg.querySelectorAll(`[${name}]`)], (part) => part.getAttribute(name) ?? "");
  const families = unquoted(used("font-family").join());
  const styles = ["normal", ...used("font-style")];
  const weights = ["400", ...used("font-weight")];
  const rules = Array.from(document.styleSheets).flatMap((sheet) =>
    Array.from(sheet.cssRules).filter((rule) => rule instanceof CSSFontFaceRule),
  );
  const faces = rules.flatMap((rule) => {
    const { style } = rule;
    const letter = letterIn(style.getPropertyValue("unicode-range"), svg.textContent ?? "");
    const isUsed =
      families.includes(unquoted(style.fontFamily)) &&
      styles.includes(style.fontStyle || "normal") &&
      weights.includes(style.fontWeight || "400");
    return isUsed && letter ? [{ rule, style, letter }] : [];
  });
  return Promise.all(faces.map(async (face) => ({ ...face, rule: await withData(face.rule) })));
}

function unquoted(families: string): string {
  return families.replace(/["']/g, "");
}

/** The first letter of a text in a unicode-range; null if there is none. Faces without a range have an x. */
function letterIn(range: string, text: string): string | null {
  if (!range) return "x";
  const spans = range.split(",").map((part) => {
    const [first = "", last = first] = part.trim().slice(2).split("-");
    return [parseInt(first, 16), parseInt(last, 16)] as const;
  });
  const letters = Array.from(text.replace(/\s/g, ""));
  return (
    letters.find((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return spans.some(([first, last]) => first <= code && code <= last);
    }) ?? null
  );
}

async function withData(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.cssText)?.[1] ?? "";
  const url = new URL(address, rule.parentStyleSheet?.href ?? document.baseURI).href;
  const data = url.startsWith("data:") ? url : await asData(await (await fetch(url)).blob());
  // Until it has come, a face is to show nothing rather than another.
  return rule.cssText.replace(address, data).replace(/font-display:[^;]*/, "font-display: block");
}

function asData(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The picture at its density, with its faces, and below it a letter of each, in squares from left to right. */
function withFaces(svg: SVGSVGElement, faces: readonly Face[]): SVGSVGElement {
  const { x: left, y: top, width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const rules = svgElement("style");
  rules.textContent = faces.map(({ rule }) => rule).join("\n");
  const letters = faces.map(({ letter, style }, i) => {
    const text = svgElement("text", {
      x: left + (i + 0.5) * SQUARE,
      y: top + height + 0.75 * SQUARE,
      fill: "#000000",
      "font-size": 0.75 * SQUARE,
      "text-anchor": "middle",
      "font-family": style.fontFamily,
      "font-style": style.fontStyle,
      "font-weight": style.fontWeight,
    });
    text.textContent = letter;
    return text;
  });
  copy.prepend(rules);
  copy.append(...letters);
  const whole = { width: Math.max(width, faces.length * SQUARE), height: height + SQUARE };
  copy.setAttribute("viewBox", `${left} ${top} ${whole.width} ${whole.height}`);
  copy.setAttribute("width", String(DENSITY * whole.width));
  copy.setAttribute("height", String(DENSITY * whole.height));
  return copy;
}

/** Waits until each face has drawn its letter: an image is decoded before the faces in it are. */
async function facesDrawn(image: HTMLImageElement, count: number, height: number): Promise<void> {
  const side = DENSITY * SQUARE;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: Math.max(1, count * side), height: side });
  const context = contextOf(canvas);
  const hasInk = (i: number) => context.getImageData(i * side, 0, side, side).data.some((part) => part > 0);
  for (const start = performance.now(); performance.now() - start < PATIENCE;) {
    context.clearRect(0, 0, canvas.width, side);
    context.drawImage(image, 0, -DENSITY * height);
    if (Array.from({ length: count }, (_, i) => i).every(hasInk)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("the browser draws no pictures");
  return context;
}
