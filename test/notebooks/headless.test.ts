import { expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { openNotebook } from "../support/headless.ts";

it.each(await listNotebooks())("%s runs, and no cell fails", async (file) => {
  const notebook = await openNotebook(file);
  expect(notebook.failures()).toEqual([]);
  expect(notebook.messages).toEqual([]);
});
