import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { formatShort } from "../../figures/number-format.ts";
import { equalRadius } from "../../lib/methods/equal-radius.ts";
import * as theorem1 from "../../lib/theorems/liu-2022/theorem-1.ts";
import * as theorem2 from "../../lib/theorems/liu-2022/theorem-2.ts";
import { largestEigenvalue, type Experiments } from "../../lib/theorems/liu-experiments.ts";
import { judge } from "../../lib/theorems/theorem.ts";
import { openPage } from "../support/browser.ts";

const { spectra } = JSON.parse(await readFile("data/liu-2022.json", "utf8")) as Experiments;

it.each([
  ["eta=0.1", "fashion-mnist", 0.1],
  ["data=mnist&eta=3", "mnist", 3],
] as const)("at %s the verdicts of both theorems are those of the library", async (query, name, eta) => {
  const { page, messages } = await openPage(`08-high-resolution.html?${query}`);
  const { eigenvalues, labels } = spectra[name];
  const instance = {
    eigenvalues: Float64Array.from(eigenvalues),
    errors: Float64Array.from(labels),
    time: 12 / Math.sqrt(eigenvalues[0]! / 2),
    intervals: 120,
    limitEigenvalue: eigenvalues[0]!,
    largest: largestEigenvalue(spectra[name]),
    stepSize: eta / largestEigenvalue(spectra[name]),
  };
  for (const theorem of [theorem1, theorem2]) {
    const section = page.locator(`section[data-theorem="${theorem.statement.id}"]`);
    const { verdict } = judge(theorem, instance);
    await expect.poll(() => section.getAttribute("data-verdict"), { timeout: 20_000 }).toBe(verdict);
  }
  expect(messages).toEqual([]);
});

it(
  "more momentum moves the modes on which heavy ball leads, and the findings with it",
  { timeout: 60_000 },
  async () => {
    const { page, messages } = await openPage("08-high-resolution.html?beta=0.97");
    const finding = page.locator('[data-place="stage"] .figure-title');
    const step = 0.1 / largestEigenvalue(spectra["fashion-mnist"]);
    const led = (beta: number) =>
      spectra["fashion-mnist"].eigenvalues.filter((value) => step * value < equalRadius(beta)).length;
    await expect
      .poll(() => finding.textContent(), { timeout: 20_000 })
      .toContain(`${led(0.97)} of 200 modes`);
    await page.getByRole("button", { name: "the paper’s other momentum" }).click();
    await expect
      .poll(() => finding.textContent(), { timeout: 20_000 })
      .toContain(`${led(0.99)} of 200 modes`);
    await page.getByRole("textbox", { name: "momentum, as a number", exact: true }).fill("0");
    await page.keyboard.press("Enter");
    // Neither is ahead of the other.
    await expect.poll(() => finding.textContent()).toBe("Without momentum both are gradient descent");
    await expect
      .poll(() => page.locator("[data-place=caption]").textContent())
      .toContain("The two take the same steps.");
    expect(messages).toEqual([]);
  },
);

it(
  "a step that the method does not bear can be reached by the slider, and is said, while the flows come to rest",
  { timeout: 60_000 },
  async () => {
    const { page, messages } = await openPage("08-high-resolution.html");
    const finding = page.locator(".figure-title", { hasText: "both flows come to rest" });
    expect(await finding.count()).toBe(0);
    await page.getByRole("slider", { name: "step size times eigenvalue" }).press("End");
    await expect.poll(() => finding.count(), { timeout: 20_000 }).toBe(1);
    expect(messages).toEqual([]);
  },
);

/** What is written in the first figure where it must not be: names that meet, and curves that go through one. */
const CLASHES = `(() => {
  const figure = document.querySelector(".decay-curves");
  const names = [...figure.querySelectorAll(".notes text")].map((text) => {
    const { x, y, width, height } = text.getBBox();
    // The box of a line is higher than its letters.
    return { name: text.textContent, left: x, right: x + width, top: y + 3, bottom: y + height - 3 };
  });
  const curves = [...figure.querySelectorAll("g[fill=none] > path")];
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const clashes = names.flatMap((a, i) => names.slice(i + 1).filter((b) => meet(a, b)).map((b) => a.name + ", " + b.name));
  for (const curve of curves)
    for (let at = 0, length = curve.getTotalLength(); at < length; at += 3) {
      const { x, y } = curve.getPointAtLength(at);
      const point = { left: x, right: x, top: y, bottom: y };
      clashes.push(...names.filter((name) => meet(point, name)).map(({ name }) => "a curve, " + name));
    }
  return { names: names.length, curves: curves.length, clashes: [...new Set(clashes)] };
})()`;

it.each([
  [390, "eta=0.1"],
  [1280, "eta=0.1"],
  [1280, "eta=0.5"],
])("at %i px and %s no name in the first figure meets another or a curve", async (width, query) => {
  const { page, messages } = await openPage(`08-high-resolution.html?${query}`, { width });
  for (const beta of [0, 0.02, 0.2, 0.5, 0.9, 0.99]) {
    await page.getByRole("textbox", { name: "momentum, as a number", exact: true }).fill(String(beta));
    await page.keyboard.press("Enter");
    const crossing = `equal at ηλ = ${formatShort(equalRadius(beta))}`;
    await expect
      .poll(() => page.locator(".decay-curves .notes text").allTextContents())
      .toEqual([crossing, "heavy ball", "Nesterov"]);
    expect(await page.evaluate(CLASHES), `β = ${beta}`).toEqual({ names: 3, curves: 2, clashes: [] });
  }
  expect(messages).toEqual([]);
});

it("the ring of the first exercise is put where the radii cross, by keys or by a number", async () => {
  const { page, messages } = await openPage("08-high-resolution.html");
  const exercise = page.locator('section[data-exercise="cross"]');
  const answer = equalRadius(0.9);
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole("button", { name: "Lock my answer" }).click();
  await expect.poll(() => exercise.textContent()).toContain("Move the ring first.");
  const ring = exercise.getByRole("slider", { name: "Your ring, at ηλ" });
  await ring.press("ArrowLeft");
  expect(Number(await ring.getAttribute("aria-valuenow"))).toBeLessThan(0.01);
  await exercise.getByText("As numbers").click();
  await exercise.getByRole("textbox", { name: "Your ring, at ηλ" }).fill(answer.toPrecision(3));
  expect(await exercise.locator("path").count()).toBeGreaterThan(0);
  expect(await exercise.textContent()).not.toContain("cross at");
  await exercise.getByRole("button", { name: "Lock my answer" }).click();
  await exercise.getByRole("button", { name: "Reveal" }).click();
  await expect.poll(() => exercise.getAttribute("data-right")).toBe("true");
  expect(messages).toEqual([]);
});
