import { readFile, readdir } from "node:fs/promises";
import { parse } from "acorn";
import ts from "typescript";
import { expect, it } from "vitest";
import { CellError } from "../../../page/cell-error.ts";
import { stripTypes } from "../../../page/editor/strip-types.ts";
import { splitImports } from "../../../tools/imports.mjs";
import { readNotebook } from "../../../tools/notebook.mjs";

/** A program without its places and without the difference between its ways to write it. */
function shape(code: string): string {
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  return JSON.stringify(tree, (key, value) =>
    key === "start" || key === "end" || key === "raw"
      ? undefined
      : typeof value === "bigint"
        ? String(value)
        : value,
  );
}

function compile(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
  });
  return outputText;
}

it("every cell of the notebooks comes out as TypeScript compiles it", async () => {
  const files = (await readdir("notebooks")).filter((file) => file.endsWith(".html"));
  let count = 0;
  for (const file of files) {
    for (const { mode, value } of (await readNotebook(`notebooks/${file}`)).cells) {
      if (mode !== "ts") continue;
      // Imports of nothing but types are left out by the one and emptied by the other.
      const { rest } = splitImports(value);
      expect(shape(stripTypes(rest).code), value).toBe(shape(compile(rest)));
      count++;
    }
  }
  expect(count).toBeGreaterThan(20);
});

it("every module of the figures comes out as TypeScript compiles it", async () => {
  for (const file of (await readdir("figures")).filter((name) => name.endsWith(".ts"))) {
    const { rest } = splitImports(await readFile(`figures/${file}`, "utf8"));
    expect(shape(stripTypes(rest).code), file).toBe(shape(compile(rest)));
  }
});

it("every line stays where it is, and places are found back", () => {
  const source =
    "const a: number = 1;\nconst b = (x: Map<string, number>, y?: string): number => x.size + a;\n";
  const { code, origin } = stripTypes(source);
  for (const word of ["a = 1", "x.size", "+ a"]) {
    expect(origin(code.indexOf(word))).toBe(source.indexOf(word) === -1 ? 6 : source.indexOf(word));
  }
  expect(code.split("\n").length).toBe(source.split("\n").length);
});

it("an object with a type is an expression, as for the kit", () => {
  expect(stripTypes("{a: 1, b: 2 as number}").code).toMatch(/^\{a: 1, b: 2\s*\}$/);
});

it.each([
  ["const a = (1;\n", 12],
  ["let x = 1;\nif (", 15],
  ["const s = `${a", 14],
])("%j: the place of the mistake", (source, offset) => {
  try {
    stripTypes(source);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(CellError);
    expect((error as CellError).offset).toBe(offset);
    expect((error as CellError).message).not.toMatch(/\d+:\d+/);
  }
});
