import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, inject, it } from "vitest";
import { openPage } from "../support/browser.ts";
import { root, temporaryFolder } from "../support/notebook-files.ts";

/** How long workers may take on a busy machine (ms). */
const PATIENCE = 60_000;
const poll = { timeout: PATIENCE };

const stage = '[data-place="stage"] .figure-title';
const problem = '[data-place="choice"] > .field-problem';

it("known κ, in metres and centimetres and in one unit; what momentum takes is no more than it is promised", async () => {
  const { page, messages } = await openPage("09-your-problem.html?data=units&eps=1e-3");
  const finding = page.locator(stage);
  // Theorem 12 at κ = 10⁴ from rest: ⌈ln(C/10⁻³)/−ln(1 − 1/200)⌉ with C = √(4/(4 − β)) = 1.1528, by hand.
  await expect
    .poll(() => finding.textContent(), poll)
    .toMatch(/^κ = 10\s?000: 1407 steps to 0\.001 are promised/);
  const cells = page.locator(".advice-table tbody tr");
  await expect.poll(() => cells.locator("td:nth-child(3)").allTextContents(), poll).not.toContain("–");
  const counts = await cells.evaluateAll((rows) =>
    rows.map((row) => [2, 3].map((k) => Number(row.children[k - 1]!.textContent!.replace(/\s/g, "")))),
  );
  expect(counts).toHaveLength(4);
  for (const [promised, taken] of counts) expect(taken).toBeLessThanOrEqual(promised!);
  await page.getByRole("button", { name: "standardised" }).click();
  await expect.poll(() => finding.textContent(), poll).toMatch(/^κ = 1\.00: /);
  expect(messages).toEqual([]);
});

it(
  "what cannot be used is said in its place, and what was shown stays",
  { timeout: 2 * PATIENCE },
  async () => {
    const { page, messages } = await openPage("09-your-problem.html?data=table");
    const finding = page.locator(stage);
    await expect.poll(() => finding.textContent(), poll).toContain("κ");
    const before = await finding.textContent();
    const box = page.getByRole("textbox", { name: "Your table" });
    for (const [text, message] of [
      ["area,kind,price\n1,flat,1\n2,house,2", "line 2, column 2 (kind) must be a finite number: flat"],
      ["1,2,yes\n2,3,yes", "labels must not all be the same: yes"],
    ] as const) {
      await box.fill(text);
      await expect.poll(() => page.locator(problem).textContent(), poll).toContain(message);
      expect(await finding.textContent()).toBe(before);
    }
    await page.goto(page.url().replace(/\?.*/, "?data=matrix&matrix=1 2%0A2 1"));
    await expect
      .poll(() => page.locator(problem).textContent(), poll)
      .toContain("matrix must be positive definite, but its smallest eigenvalue is -1");
    await page.getByLabel("Your symmetric matrix").fill("1 2\n3 1");
    await expect
      .poll(() => page.locator(".text-box .field-problem:visible").textContent(), poll)
      .toContain("matrix must be symmetric");
    await page.getByLabel("Your symmetric matrix").fill("2 1\n1 2");
    await expect.poll(() => finding.textContent(), poll).toMatch(/^κ = 3\.00: /);
    expect(messages).toEqual([]);
  },
);

it(
  "a file is read a piece at a time, and of too many rows some are drawn",
  { timeout: 2 * PATIENCE },
  async () => {
    const { page, messages } = await openPage("09-your-problem.html?data=table");
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i % 1000},${i % 7},${i % 2 ? "yes" : "no"}`);
    await page.setInputFiles("input[type=file]", {
      name: "long.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["a,b,c", ...rows].join("\n")),
    });
    await expect
      .poll(() => page.locator(".problem-facts").textContent(), poll)
      .toMatch(/2000 rows of 2 features, drawn from 200\s000 with seed 1/);
    await expect
      .poll(() => page.locator("main").textContent(), poll)
      .toMatch(/The rows that were used have 4000 numbers, too many to paste/);
    expect(messages).toEqual([]);
  },
);

it(
  "a report opens from disk, without a network, in the state in which it was saved, with its numbers and the reader’s rows",
  {
    timeout: 2 * PATIENCE,
  },
  async () => {
    const folder = await temporaryFolder();
    const address = pathToFileURL(join(inject("folder"), "offline/09-your-problem.html")).href;
    const { page } = await openPage(`${address}?data=table&eps=1e-4`, { offline: true });
    await page
      .getByRole("textbox", { name: "Your table" })
      .fill("a</script>,b,y\n1,2,3\n2,3,5\n4,1,4\n9,9,1");
    const facts = page.locator(".problem-facts");
    await expect.poll(() => facts.textContent(), poll).toContain("4 rows of 2 features.");
    await expect.poll(() => page.locator(stage).textContent(), poll).toMatch(/and \d+ taken/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the report" }).click(),
    ]);
    const path = join(root, folder, "report.html");
    await download.saveAs(path);
    const saved = await openPage(pathToFileURL(path).href, { offline: true });
    const report = saved.page.locator(".report");
    expect(await report.textContent()).toContain("4 rows of 2 features.");
    expect(await report.locator("tbody tr").count()).toBe(4);
    const finding = await page.locator(stage).textContent();
    await expect.poll(() => saved.page.locator(stage).textContent(), poll).toBe(finding);
    expect(saved.messages).toEqual([]);
    expect(saved.requests.filter((asked) => !/^(file|data|blob):/.test(asked))).toEqual([]);
  },
);
