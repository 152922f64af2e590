// Makes fashion-mnist.bin, the two-class subset of Fashion-MNIST that README.md describes.
//
//   node data/make-fashion-mnist.mjs <folder>
//
// <folder> holds train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz. They come with the Debian package
// dataset-fashion-mnist (apt-get install dataset-fashion-mnist; dpkg -L dataset-fashion-mnist names the folder).
// The same input gives the same bytes.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { encodeImages } from "./encode-images.mjs";

const IDX_LABELS = 0x801; // unsigned bytes, one axis
const IDX_IMAGES = 0x803; // unsigned bytes, three axes: image, row, column
const PER_CLASS = 150;
const CLASSES = [
  { index: 0, label: 1 }, // T-shirt/top
  { index: 1, label: -1 }, // Trouser
];

/** Reads an IDX file (big endian): the length of each axis, and the bytes in row-major order. */
function readIdx(path, magic) {
  const bytes = gunzipSync(readFileSync(path));
  if (bytes.readUInt32BE(0) !== magic) throw new Error(`${path}: the IDX magic number is not ${magic}`);
  const axes = Array.from({ length: magic & 0xff }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  const values = bytes.subarray(4 + 4 * axes.length);
  const expected = axes.reduce((product, length) => product * length, 1);
  if (values.length !== expected) throw new Error(`${path}: ${values.length} values, expected ${expected}`);
  return { axes, values };
}

/** Positions of the first PER_CLASS examples of a class. */
function firstOfClass(labels, index) {
  const positions = [];
  for (let i = 0; i < labels.length && positions.length < PER_CLASS; i++)
    if (labels[i] === index) positions.push(i);
  if (positions.length < PER_CLASS) throw new Error(`class ${index} has only ${positions.length} examples`);
  return positions;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node data/make-fashion-mnist.mjs <folder>");
const labels = readIdx(join(folder, "train-labels-idx1-ubyte.gz"), IDX_LABELS);
const images = readIdx(join(folder, "train-images-idx3-ubyte.gz"), IDX_IMAGES);
if (images.axes[0] !== labels.axes[0])
  throw new Error(`${images.axes[0]} images but ${labels.axes[0]} labels`);
const [, rows, columns] = images.axes;
const dimension = rows * columns;
const imageAt = (position) => images.values.subarray(position * dimension, (position + 1) * dimension);
const classes = CLASSES.map(({ index, label }) => ({
  label,
  images: firstOfClass(labels.values, index).map(imageAt),
}));
writeFileSync(new URL("fashion-mnist.bin", import.meta.url), encodeImages(dimension, classes));
