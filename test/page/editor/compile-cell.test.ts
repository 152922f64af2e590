import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CellError } from "../../../page/cell-error.ts";
import { compileCell } from "../../../page/editor/compile-cell.ts";
import { compileNotebook } from "../../../tools/compile.mjs";
import { readNotebook } from "../../../tools/notebook.mjs";

beforeAll(() => void Object.assign(globalThis, { document: new JSDOM().window.document }));
afterAll(() => void Reflect.deleteProperty(globalThis, "document"));

const cell = (value: string, mode = "ts") => ({ id: 1, mode, value, hidden: false });

/** Where compiling a cell says that it is wrong: line and column from 1, and what it says. */
function mistake(value: string, mode?: string): string {
  try {
    compileCell(cell(value, mode));
    return "none";
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    const before = value.slice(0, error.offset).split("\n");
    return `${before.length}:${before.at(-1)!.length + 1}: ${error.message}`;
  }
}

it("the page compiles every cell of a notebook as the build does", async () => {
  let count = 0;
  for (const file of ["test/fixtures/tiny.html", "notebooks/02-norm-is-not-radius.html"]) {
    const notebook = await readNotebook(file);
    const built = compileNotebook(notebook);
    for (const each of notebook.cells) {
      const { html = "", imports, definitions } = compileCell(each);
      const own = built.definitions.filter(({ id }: { id: number }) => id === each.id);
      expect(html).toBe(built.html.get(each.id));
      expect(imports.map(({ local }) => local)).toEqual(
        built.imports
          .filter((each_: { cell: { id: number } }) => each_.cell.id === each.id)
          .flatMap(({ names }: { names: string[] }) => names),
      );
      expect(
        definitions.map(({ inputs, outputs, hole, autodisplay, guards }) => {
          const own = inputs.filter((name) => name !== guards.tick && name !== guards.load);
          return { inputs: own.sort(), outputs: [...outputs].sort(), hole, autodisplay };
        }),
      ).toEqual(
        own.map(({ inputs, outputs, hole, autodisplay }: Record<string, string[]>) => {
          return { inputs: [...inputs!].sort(), outputs: [...outputs!].sort(), hole, autodisplay };
        }),
      );
      count++;
    }
  }
  expect(count).toBeGreaterThan(20);
});

it.each([
  ["const a: number = 1;\nconst b = a +;", "2:14: Unexpected token"],
  ["const a: number = 1;\nexport const b = a;", "2:1: Unexpected token 'export'"],
  ["const a: number = 1;\nother = a;", "2:1: Assignment to external variable 'other'"],
  [
    "const f = (x: Map<string, number>): number => x.size; const f = 2;",
    "1:61: Identifier 'f' has already been declared",
  ],
  ['const a = 1;\nimport "x";', "2:1: imports stand at the top of their cell"],
])("%j: a mistake has its place in the TypeScript", (source, expected) => {
  expect(mistake(source)).toBe(expected);
});

it.each([
  ["md", "# A\n\nHello ${1 +} there", "3:12: Unexpected token"],
  ["md", "Hello ${1 + (other = 2)}", "1:14: Assignment to external variable 'other'"],
  [
    "html",
    '<a href="${x}">there</a>',
    "1:12: a hole ${…} may stand in text only, not in an attribute or a comment",
  ],
])("%s %j: a mistake has its place in the prose", (mode, source, expected) => {
  expect(mistake(source, mode)).toBe(expected);
});

it("names of imports are known with their places; types are none", () => {
  const source =
    'import type {A} from "a";\nimport b, {c as d, type E} from "./b.ts";\nimport * as f from "f";\nimport "g";\n1 + b';
  const { imports, definitions } = compileCell(cell(source));
  expect(imports.map(({ specifier, name, local }) => `${local} is ${name} of ${specifier}`)).toEqual([
    "b is default of ./b.ts",
    "d is c of ./b.ts",
    "f is * of f",
    " is * of g",
  ]);
  expect(definitions[0]!.autodisplay).toBe(true);
});

it("what guards a cell does not take a name from it", () => {
  const [definition] = compileCell(cell("const tick = () => load(tick);")).definitions;
  expect(definition!.guards).toEqual({ tick: "_tick", load: "_load" });
  expect(definition!.outputs).toEqual(["tick"]);
  expect(definition!.inputs).toContain("load");
});
