import { expect, it } from "vitest";
import { buildSite } from "../../build.mjs";
import { check } from "../../tools/check.mjs";
import { notebookSource, temporaryFolder, writeNotebook } from "../support/notebook-files.ts";

const TS = "text/x-typescript";
const MD = "text/markdown";

/** What the build says about a notebook of these cells, without the path of the folder. */
async function buildMessage(...cells: [type: string, source: string][]): Promise<string> {
  const file = await writeNotebook(notebookSource(cells));
  const built = buildSite({ notebooks: [file], outdir: await temporaryFolder() });
  return built.then(
    () => "built",
    (error: Error) => error.message.replaceAll(file, "bad.html"),
  );
}

it("a missing export is named with its place", async () => {
  const source =
    'import { doubled } from "../doubled.ts";\n\nimport {\n  tripled,\n} from "../doubled.ts";\n\ntripled(2)';
  const message = await buildMessage([MD, "# Hello"], [TS, source]);
  expect(message).toBe(
    'bad.html:11:7: No matching export in "test/fixtures/doubled.ts" for import "tripled"',
  );
});

it("a module that does not exist is named with its place", async () => {
  const message = await buildMessage([TS, 'import { x } from "../nowhere.ts";\nx']);
  expect(message).toBe('bad.html:5:23: Could not resolve "../nowhere.ts"');
});

it.each([
  ["a syntax error of TypeScript", TS, "const a = 1;\nconst b: = 2;", "6:14: Type expected."],
  ["what only the kit refuses", TS, "const a = [1];\n\na[0]! / 2", "7:12: Unterminated regular expression"],
  ["an export", TS, "const a: number = 1;\nexport const b = a;", "6:5: Unexpected token 'export'"],
  [
    "an assignment to another cell",
    TS,
    "const a: number = 1;\nother = a;",
    "6:5: Assignment to external variable 'other'",
  ],
  ["a syntax error in a hole", MD, "# A\n\nHello ${1 +} there", "7:16: Unexpected token"],
  [
    "an assignment in a hole",
    MD,
    "Hello ${1 + (other = 2)}",
    "5:18: Assignment to external variable 'other'",
  ],
  ["a hole in an attribute", MD, '<a href="${x}">there</a>', "5:16: a hole ${…} may stand in text only"],
  ["TeX that KaTeX cannot read", MD, "A ${tex`\\frac{1}`}", "5:9: KaTeX parse error"],
  [
    "a builtin of the kit that we lack",
    TS,
    "const a = Inputs.range([0, 1]);",
    "5:15: Inputs is not a builtin of this page",
  ],
  ["an import after code", TS, 'const a = 1;\nimport "x";', "6:5: imports stand at the top of their cell"],
  ["a file that does not exist", TS, 'const a = FileAttachment("no.bin");', "5:30: no such file: "],
])("%s is named with its place", async (_, type, source, expected) => {
  expect(await buildMessage([type, source])).toContain(`bad.html:${expected}`);
});

it("a name that two cells define is named at the second", async () => {
  expect(await buildMessage([TS, "const a = 1;"], [TS, "const b = 2;\nconst a = b;"])).toBe(
    "bad.html:9:11: a is defined more than once",
  );
});

it("cells that need each other are named where the first needs the second", async () => {
  const circle = [
    [TS, "const a = 1;"],
    [TS, "const b = a + c;"],
    [TS, "const c = b;"],
  ] as [string, string][];
  expect(await buildMessage(...circle)).toBe("bad.html:8:19: circular: the cells of c and b need each other");
});

it("an import counts as a part of its cell, as in Notebook Kit", async () => {
  const first: [string, string] = [TS, "const four = doubled(2);"];
  const imports = 'import { doubled } from "../doubled.ts";';
  expect(await buildMessage(first, [TS, `${imports}\nconst eight = doubled(four);`])).toBe(
    "bad.html:5:18: circular: the cells of doubled and four need each other",
  );
  expect(await buildMessage(first, [TS, `${imports}\nconst eight = doubled(4);`])).toBe("built");
});

it("a file that the format would write otherwise is an error at the first such line", async () => {
  const file = await writeNotebook(notebookSource([[TS, "1 + 1"]]).replace("    1 + 1", "1 + 1"));
  await expect(buildSite({ notebooks: [file], outdir: await temporaryFolder() })).rejects.toThrow(
    `${file}:5:1: not as the format writes it; expected "    1 + 1"`,
  );
});

it("type errors of cells and of holes are named with their places", async () => {
  const cells: [string, string][] = [
    [MD, "Twice is ${doubled(name)}, thrice ${tripled}."],
    [TS, 'import { doubled } from "../doubled.ts"; const name = "a";\nconst four = doubled(2, 2);'],
    [TS, "const soon = Promise.resolve(1);"],
    [TS, "const later: string = soon;\nconst all = window.nothing;"],
  ];
  const file = await writeNotebook(notebookSource(cells));
  const problems = (await check([file], { modules: false })).map((line: string) =>
    line.replace(file, "bad.html"),
  );
  expect(problems.map((line: string) => line.split(": ")[0])).toEqual([
    "bad.html:5:24",
    "bad.html:5:41",
    "bad.html:9:29",
    "bad.html:15:11",
    "bad.html:16:24",
  ]);
});
