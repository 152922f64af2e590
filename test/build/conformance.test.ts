import { chromium } from "playwright-core";
import { expect, inject, it, onTestFinished } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { compareWithKit } from "../../tools/conformance.mjs";

/** Notebook Kit bundles the notebooks anew, and every page is read until its long work has ended. */
const PATIENCE = 900_000;

it(
  "the notebooks compute the same in Notebook Kit",
  async () => {
    const browser = await chromium.connect(inject("browser"));
    onTestFinished(() => browser.close());
    const notebooks = [...(await listNotebooks()), "test/fixtures/worker.html"];
    const compared = await compareWithKit({ notebooks, site: inject("site"), browser });
    expect(compared.differences).toEqual([]);
    expect(compared.values).toBeGreaterThan(0);
  },
  PATIENCE,
);
