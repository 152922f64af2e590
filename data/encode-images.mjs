/**
 * The file of labelled images that README.md describes, with the classes in turn so that every even prefix is balanced.
 *
 * @param {number} dimension values per image
 * @param {readonly {label: 1 | -1, images: readonly Uint8Array[]}[]} classes as many images in each
 */
export function encodeImages(dimension, classes) {
  const perClass = classes[0].images.length;
  const count = classes.length * perClass;
  const out = Buffer.alloc(16 + count + count * dimension);
  out.write("ACIM", "ascii");
  [1, count, dimension].forEach((field, i) => out.writeUInt32LE(field, 4 + 4 * i));
  for (let i = 0; i < count; i++) {
    const { label, images } = classes[i % classes.length];
    const image = images[Math.floor(i / classes.length)];
    if (image.length !== dimension)
      throw new Error(`image ${i} has ${image.length} values, not ${dimension}`);
    out.writeInt8(label, 16 + i);
    out.set(image, 16 + count + i * dimension);
  }
  return out;
}
