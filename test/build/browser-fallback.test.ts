import { chromium } from "playwright-core";
import { expect, it } from "vitest";
import { findBrowser, packagedBrowser } from "../support/find-browser.ts";

it("CHROMIUM_PATH comes first, and has to exist", async () => {
  const environment = { PATH: "", CHROMIUM_PATH: process.execPath };
  expect(await findBrowser(environment)).toEqual({ executablePath: process.execPath, env: {} });
  await expect(findBrowser({ CHROMIUM_PATH: "/nowhere" })).rejects.toThrow(
    "CHROMIUM_PATH: no such file: /nowhere",
  );
});

it.runIf(process.platform === "linux" && process.arch === "x64")(
  "the packaged browser starts where none is installed",
  async () => {
    const { executablePath, env } = await packagedBrowser();
    const environment = { ...process.env, ...env } as Record<string, string>;
    const browser = await chromium.launch({
      executablePath,
      env: environment,
      args: ["--headless", "--disable-gpu"],
    });
    const page = await browser.newPage();
    await page.setContent("<p>here</p>");
    expect(await page.locator("p").textContent()).toBe("here");
    await browser.close();
  },
);
