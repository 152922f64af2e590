import { expect, it } from "vitest";
import { openNotebook } from "../support/headless.ts";

const BROKEN = "test/fixtures/broken.html";

it("a cell that throws says so in its place, and the others live", async () => {
  const { document, messages } = await openNotebook(BROKEN);
  const note = document.querySelector("#cell-3 > p.cell-error")!;
  expect(note.getAttribute("role")).toBe("alert");
  expect(note.textContent).toBe("RangeError: momentum must be in [0, 1]: -1");
  expect(document.querySelector("#cell-5")!.textContent).toContain("after sound");
  expect(messages).toEqual([]);
});

it("a cell that lacks an input only says for which it waits", async () => {
  const { document } = await openNotebook(BROKEN);
  expect(document.querySelector("#cell-4")!.innerHTML).toBe('<p class="cell-waiting">waiting for broken</p>');
});

it("one broken hole leaves the rest of its paragraph alone", async () => {
  const { document } = await openNotebook(BROKEN);
  const text = document.querySelector("#cell-1 p")!.textContent;
  expect(text).toContain("Sound: sound, broken: waiting for broken, itself: TypeError: ");
  expect(text).toContain("missing: ReferenceError: missing is not defined.");
});

it("a cell shows its value again once its input is mended", async () => {
  const notebook = await openNotebook(BROKEN);
  notebook.redefine("broken", "mended");
  await expect.poll(() => notebook.document.querySelector("#cell-4")!.textContent).toContain("after mended");
  expect(notebook.document.querySelector('[data-hole="1"]')!.textContent).toBe("6");
});

it("a promise that a cell names and that fails says so in its cell, until the cell runs again", async () => {
  const notebook = await openNotebook(BROKEN);
  const cell = () => notebook.document.querySelector("#cell-6")!.textContent;
  await expect.poll(cell).toBe("TypeError: later");
  expect(notebook.document.querySelector("#cell-7")!.textContent).toBe("waiting for late");
  notebook.redefine("sound", "quiet");
  await expect.poll(cell).toBe("");
  await expect.poll(() => notebook.document.querySelector("#cell-7")!.textContent).toContain("quiet");
  expect(notebook.messages).toEqual([]);
});
