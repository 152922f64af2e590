import type { Reference } from "../lib/theorems/references.ts";

/** A field of an entry: its name and its value, which is written in braces. */
export type BibtexField = readonly [name: string, value: string];

/** An entry of BibTeX. Values are taken as they are, but for the characters that TeX reads as commands. */
export function bibtexEntry(type: string, key: string, fields: readonly BibtexField[]): string {
  const lines = fields.map(([name, value]) => `  ${name} = {${name === "url" ? value : escaped(value)}},`);
  return [`@${type}{${key},`, ...lines, "}"].join("\n");
}

/** The entry of a paper. Doubled braces keep the capitals of its title. */
export function paperBibtex(key: string, reference: Reference): string {
  const { authors, title, venue, year, url, published } = reference;
  const arxiv = /arxiv\.org\/abs\/(.+)$/.exec(url)?.[1];
  return bibtexEntry(published ? "inproceedings" : "misc", key, [
    ["author", authors.join(" and ")],
    ["title", `{${title}}`],
    [published ? "booktitle" : "note", venue],
    ["year", String(year)],
    ...(arxiv
      ? ([
          ["eprint", arxiv],
          ["archiveprefix", "arXiv"],
        ] as const)
      : []),
    ["url", url],
  ]);
}

function escaped(text: string): string {
  return text.replace(/[&%$#_]/g, "\\$&");
}
