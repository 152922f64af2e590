/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";
import { references } from "../../lib/theorems/references.ts";
import type { Theorem } from "../../lib/theorems/theorem.ts";
import { contract } from "./contract.ts";

/** Every file of lib/theorems/<paper>/, so that a new theorem is tested by existing. */
const files = import.meta.glob<Theorem<unknown>>("../../lib/theorems/*/*.ts", { eager: true });

it("there are theorems, and every paper of the references has one", () => {
  const folders = new Set(Object.keys(files).map((path) => path.split("/").at(-2)));
  expect([...folders].sort()).toEqual(Object.keys(references).sort());
});

for (const [path, theorem] of Object.entries(files)) {
  const [paper, file] = path.replace(/\.ts$/, "").split("/").slice(-2) as [string, string];
  describe(`${paper}/${file}`, () => {
    for (const { name, check } of contract(paper, file, theorem)) it(name, check);
  });
}
