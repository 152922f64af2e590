import { expect, it } from "vitest";
import { bibtexEntry, paperBibtex } from "../../cells/bibtex.ts";
import { references } from "../../lib/theorems/references.ts";

it("a paper becomes an entry of its kind, with its capitals kept", () => {
  expect(paperBibtex("zou-2020", references["zou-2020"])).toBe(
    [
      "@inproceedings{zou-2020,",
      "  author = {Difan Zou and Philip M. Long and Quanquan Gu},",
      "  title = {{On the Global Convergence of Training Deep Linear ResNets}},",
      "  booktitle = {International Conference on Learning Representations (ICLR)},",
      "  year = {2020},",
      "  eprint = {2003.01094},",
      "  archiveprefix = {arXiv},",
      "  url = {https://arxiv.org/abs/2003.01094},",
      "}",
    ].join("\n"),
  );
  expect(paperBibtex("wang-2020", references["wang-2020"])).toMatch(
    /^@misc\{wang-2020,[^@]*eprint = \{2010.01618v1\}/,
  );
});

it("every paper's entry is balanced, and its link is the one that theorems show", () => {
  for (const [key, reference] of Object.entries(references)) {
    const entry = paperBibtex(key, reference);
    expect(entry.split("{").length, key).toBe(entry.split("}").length);
    expect(entry).toContain(`url = {${reference.url}}`);
    expect(reference.read).toMatch(/^(a|the) .*text/);
  }
});

it("what TeX would read as a command is escaped, but not in an address", () => {
  const entry = bibtexEntry("misc", "x", [
    ["title", "50 % of A_1 & B"],
    ["url", "https://a.b/?c=1&d=50%25"],
  ]);
  expect(entry).toContain("title = {50 \\% of A\\_1 \\& B},");
  expect(entry).toContain("url = {https://a.b/?c=1&d=50%25},");
});
