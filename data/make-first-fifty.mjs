// node data/make-first-fifty.mjs: writes fashion-mnist-50.bin and mnist-50.bin, the first fifty images of each file, for a page that trains on no more.
import { readFileSync, writeFileSync } from "node:fs";

const HEADER = 16;
const COUNT = 50;

for (const name of ["fashion-mnist", "mnist"]) {
  const all = readFileSync(new URL(`${name}.bin`, import.meta.url));
  const [count, dimension] = [all.readUInt32LE(8), all.readUInt32LE(12)];
  const header = Buffer.from(all.subarray(0, HEADER));
  header.writeUInt32LE(COUNT, 8);
  const labels = all.subarray(HEADER, HEADER + COUNT);
  const images = all.subarray(HEADER + count, HEADER + count + COUNT * dimension);
  writeFileSync(new URL(`${name}-50.bin`, import.meta.url), Buffer.concat([header, labels, images]));
}
