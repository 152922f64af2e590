import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { inWorker, type Run } from "../../page/worker.ts";
import type { Answer, Request } from "../../page/worker-messages.ts";
import { openPage } from "../support/browser.ts";
import { openNotebook } from "../support/headless.ts";
import type { count, Count, Counting } from "../fixtures/count.ts";

const FILE = "worker.html";

/** More than any test waits for. */
const ENDLESS = 1e9;

/** Asks the notebook to count; returns at once. */
async function ask(page: Page, counting: Counting): Promise<void> {
  await page.getByLabel("what to count").fill(JSON.stringify(counting));
}

const words = (page: Page) => page.locator('#cell-1 [data-hole="0"]').textContent();

/** Waits until the run of this name tells its progress. */
async function runs(page: Page, name: number): Promise<void> {
  await page.waitForFunction(async (name) => {
    const run = (await notebook.value("run")) as Run<Count, string>;
    return run.state === "running" && run.progress?.name === name;
  }, name);
}

declare const notebook: { value(name: string): Promise<unknown> };

describe("a cell whose work is long", () => {
  it("shows progress while it runs, then the result", async () => {
    const { page, messages } = await openPage(FILE);
    await ask(page, { name: 1, to: ENDLESS, ending: "result" });
    await runs(page, 1);
    await expect.poll(() => words(page)).toMatch(/^running at [1-9]\d*$/);
    await ask(page, { name: 2, to: 50, ending: "result" });
    await expect.poll(() => words(page)).toBe("2 counted to 50");
    expect(messages).toEqual([]);
  });

  it("leaves the page free: frames go on, and progress with them", async () => {
    const { page } = await openPage(FILE);
    await ask(page, { name: 1, to: ENDLESS, ending: "result" });
    await runs(page, 1);
    const counts = await page.evaluate(async () => {
      const counts: number[] = [];
      for (let frame = 0; frame < 60; frame++) {
        await new Promise(requestAnimationFrame);
        const run = (await notebook.value("run")) as Run<Count, string>;
        if (run.state === "running") counts.push(run.progress!.count);
      }
      return counts;
    });
    expect(counts.length).toBe(60);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(10);
  });

  it("of many inputs in a row the last wins, in the one worker that stopped the others", async () => {
    const { page, messages } = await openPage(FILE);
    await ask(page, { name: 1, to: ENDLESS, ending: "result" });
    await runs(page, 1);
    await page.evaluate(async () => {
      const input = document.querySelector("input")!;
      for (let name = 2; name <= 12; name++) {
        input.value = JSON.stringify({ name, to: name === 12 ? 50 : 1e9, ending: "result" });
        input.dispatchEvent(new Event("input"));
        for (let i = name % 3; i > 0; i--) await new Promise(requestAnimationFrame);
      }
    });
    await expect.poll(() => words(page)).toBe("12 counted to 50");
    expect(page.workers().length).toBe(1);
    // Those that were asked for and let go within a frame never began.
    const stopped = (await page.workers()[0]!.evaluate("stopped")) as number[];
    expect(stopped[0]).toBe(1);
    expect(stopped).toEqual(stopped.toSorted((a, b) => a - b));
    expect(stopped.every((name) => name < 12)).toBe(true);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await words(page)).toBe("12 counted to 50");
    expect(messages).toEqual([]);
  });

  it("shows what the worker throws as an error of its cell, by its name, and goes on with the next input", async () => {
    const { page, messages } = await openPage(FILE);
    await ask(page, { name: 1, to: 7, ending: "error" });
    await expect
      .poll(() => page.locator("#cell-3 .cell-error").textContent())
      .toBe("RangeError: to must be a round number: 7");
    expect(await page.locator("#cell-5").textContent()).toBe("waiting for run");
    await ask(page, { name: 2, to: 10, ending: "result" });
    await expect.poll(() => words(page)).toBe("2 counted to 10");
    expect(page.workers().length).toBe(1);
    expect(messages).toEqual([]);
  });

  it("that never yields loses its worker, and the next input gets another", async () => {
    const { page, messages } = await openPage(FILE);
    const [first] = page.workers();
    await ask(page, { name: 1, to: 0, ending: "silence" });
    await expect.poll(() => words(page)).toBe("running at nothing");
    await ask(page, { name: 2, to: 10, ending: "result" });
    await expect.poll(() => words(page)).toBe("2 counted to 10");
    // Chromium lets a busy worker go on for two seconds after its end.
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1);
    expect(page.workers()[0]).not.toBe(first);
    expect(messages).toEqual([]);
  });

  it("runs headless, too", async () => {
    const notebook = await openNotebook(`test/fixtures/${FILE}`);
    await expect.poll(() => notebook.value("words")).toBe("0 counted to 20");
    notebook.redefine("asked", { name: 1, to: ENDLESS, ending: "result" });
    await expect.poll(() => notebook.value("words")).toMatch(/^running at [1-9]/);
    notebook.redefine("asked", { name: 2, to: 3, ending: "error" });
    await expect
      .poll(() => notebook.failures())
      .toContain("cell-3: RangeError: to must be a round number: 3");
    expect(notebook.messages).toEqual([]);
  });
});

describe("the bar of a run", () => {
  it("has a name and a value while the run lasts, and Stop, which keeps what was reached", async () => {
    const { page } = await openPage(FILE);
    const bar = page.getByRole("progressbar", { name: "Counting" });
    await ask(page, { name: 1, to: ENDLESS, ending: "result" });
    await runs(page, 1);
    expect(await bar.getAttribute("aria-valuenow")).toBe("0");
    const stop = page.getByRole("button", { name: "Stop" });
    await stop.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => words(page)).toMatch(/^stopped at \d+$/);
    expect(await bar.isVisible()).toBe(false);
    expect(await stop.isVisible()).toBe(false);
    expect(await page.locator(".run-sentence").textContent()).toBe(await words(page));
    expect(await page.locator(".run [role=status]").textContent()).toBe(await words(page));
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("run");
  });

  it("fits a narrow screen, in which Stop can be hit", async () => {
    const { page } = await openPage(FILE, { width: 320, height: 640 });
    await ask(page, { name: 1, to: ENDLESS, ending: "result" });
    await runs(page, 1);
    const { height } = (await page.getByRole("button", { name: "Stop" }).boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

/** A worker that does what the test says. */
class Puppet {
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  readonly requests: Request[] = [];
  isTerminated = false;
  postMessage(request: Request) {
    this.requests.push(structuredClone(request));
  }
  terminate() {
    this.isTerminated = true;
  }
  answer(data: Answer) {
    this.onmessage?.({ data });
  }
}

/** Puppets for workers, in the order in which they were made, and what runs in them. */
function puppets() {
  const made: Puppet[] = [];
  const run = inWorker<typeof count>(() => made[made.push(new Puppet()) - 1] as unknown as Worker);
  return { made, run };
}

const counting = (name: number): Counting => ({ name, to: 10, ending: "result" });
const finished = (value: string): Answer => ({ kind: "finished", value });

describe("inWorker", () => {
  it("keeps a worker for the next run", async () => {
    const { made, run } = puppets();
    for (const name of [1, 2]) {
      const states = run(counting(name));
      const first = states.next();
      made[0]!.answer(finished(`${name}`));
      expect(await first).toEqual({ done: false, value: { state: "finished", result: `${name}` } });
      expect(await states.next()).toEqual({ done: true, value: undefined });
    }
    expect(made.length).toBe(1);
    expect(made[0]!.requests).toEqual([1, 2].map((name) => ({ kind: "run", argument: counting(name) })));
  });

  it("runs that nobody lets go of have a worker each", () => {
    const { made, run } = puppets();
    void run(counting(1)).next();
    void run(counting(2)).next();
    expect(made.map(({ requests }) => requests.length)).toEqual([1, 1]);
  });

  it("a run waits for a worker that is being stopped; of those that wait, one that is let go never begins", async () => {
    const { made, run } = puppets();
    const first = run(counting(1));
    void first.next();
    await first.return();
    const second = run(counting(2));
    void second.next();
    await second.return();
    const third = run(counting(3));
    const state = third.next();
    made[0]!.answer({ kind: "progress", value: { name: 1, count: 5 } });
    made[0]!.answer({ kind: "stopped" });
    made[0]!.answer(finished("3"));
    expect(await state).toMatchObject({ value: { result: "3" } });
    expect(made.length).toBe(1);
    expect(made[0]!.requests.map(({ kind }) => kind)).toEqual(["run", "stop", "run"]);
  });

  it("a run that ended while it was being stopped has ended", async () => {
    const { made, run } = puppets();
    const first = run(counting(1));
    void first.next();
    await first.return();
    made[0]!.answer(finished("1"));
    void run(counting(2)).next();
    expect(made[0]!.requests.at(-1)).toEqual({ kind: "run", argument: counting(2) });
  });

  it.each(["before", "after"])(
    "a worker that started %s it was asked to stop and does not is terminated, and who waits for it gets another",
    async (when) => {
      const { made, run } = puppets();
      const first = run(counting(1));
      void first.next();
      if (when === "before") made[0]!.answer({ kind: "started" });
      await first.return();
      void run(counting(2)).next();
      if (when === "after") made[0]!.answer({ kind: "started" });
      await expect.poll(() => made.length).toBe(2);
      expect(made[0]!.isTerminated).toBe(true);
      expect(made[1]!.requests).toEqual([{ kind: "run", argument: counting(2) }]);
    },
  );

  it("a worker whose code is still loading is waited for, however long", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { made, run } = puppets();
    const first = run(counting(1));
    void first.next();
    await first.return();
    void run(counting(2)).next();
    vi.runAllTimers();
    made[0]!.answer({ kind: "started" });
    made[0]!.answer({ kind: "stopped" });
    vi.runAllTimers();
    expect(made.length).toBe(1);
    expect(made[0]!.isTerminated).toBe(false);
    expect(made[0]!.requests.at(-1)).toEqual({ kind: "run", argument: counting(2) });
  });

  it("says that it runs when a worker is silent for long", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { run } = puppets();
    const states = run(counting(1));
    const first = states.next();
    vi.runAllTimers();
    expect(await first).toMatchObject({ value: { state: "running", progress: null } });
  });

  it("in the background waits for the end of what the reader waits for, says that it runs, and never begins once let go", async () => {
    vi.useFakeTimers();
    vi.resetModules();
    onTestFinished(() => void vi.useRealTimers());
    // Runs of other tests that nobody ended are not heard of by a module of its own.
    const { inWorker } = await import("../../page/worker.ts");
    const made: Puppet[] = [];
    const run = inWorker<typeof count>(() => made[made.push(new Puppet()) - 1] as unknown as Worker);
    const awaited = run(counting(1)).next();
    const later = run(counting(2), { inBackground: true });
    const letGo = run(counting(3), { inBackground: true });
    const waiting = later.next();
    void letGo.next();
    vi.advanceTimersByTime(60_000);
    expect(await waiting).toMatchObject({ value: { state: "running", progress: null } });
    await letGo.return();
    expect(made.length).toBe(1);
    made[0]!.answer(finished("1"));
    await awaited;
    vi.advanceTimersByTime(60_000);
    expect(made.flatMap(({ requests }) => requests)).toEqual(
      [1, 2].map((name) => ({ kind: "run", argument: counting(name) })),
    );
  });

  it("stops by a signal, also by one that came before", async () => {
    const { made, run } = puppets();
    const controller = new AbortController();
    const states = run(counting(1), { signal: controller.signal });
    const first = states.next();
    made[0]!.answer({ kind: "progress", value: { name: 1, count: 5 } });
    expect(await first).toMatchObject({ value: { state: "running", progress: { count: 5 } } });
    controller.abort();
    expect(await states.next()).toEqual({
      done: false,
      value: { state: "stopped", progress: { name: 1, count: 5 } },
    });
    expect(await states.next()).toEqual({ done: true, value: undefined });
    expect(made[0]!.requests.at(-1)).toEqual({ kind: "stop" });
    const late = run(counting(2), { signal: controller.signal });
    expect(await late.next()).toEqual({ done: false, value: { state: "stopped", progress: null } });
    expect(made[0]!.requests.length).toBe(2);
  });

  it("an error keeps its kind, and one of another name its name", async () => {
    const { made, run } = puppets();
    for (const [name, kind] of [
      ["TypeError", TypeError],
      ["AbortError", Error],
      ["toString", Error],
    ] as const) {
      const state = run(counting(1)).next();
      made[0]!.answer({ kind: "failed", name, message: "no" });
      const error: Error = await state.then(
        () => new Error("no error"),
        (error) => error,
      );
      expect(error).toBeInstanceOf(kind);
      expect([error.name, error.message]).toEqual([name, "no"]);
    }
    expect(made.length).toBe(1);
  });

  it("an argument that cannot be sent is an error, and the worker is kept", async () => {
    const { made, run } = puppets();
    const argument = { ...counting(1), notify: () => {} };
    await expect(run(argument).next()).rejects.toThrow("could not be cloned");
    void run(counting(2)).next();
    expect(made.length).toBe(1);
  });

  it("a worker that breaks fails its run and is not used again", async () => {
    const { made, run } = puppets();
    const state = run(counting(1)).next();
    made[0]!.onerror!({ preventDefault: () => {} });
    await expect(state).rejects.toThrow("the worker could not be started");
    expect(made[0]!.isTerminated).toBe(true);
    void run(counting(2)).next();
    expect(made.length).toBe(2);
  });

  it("a worker that cannot be made is an error", async () => {
    const run = inWorker<typeof count>(() => {
      throw new Error("no workers here");
    });
    await expect(run(counting(1)).next()).rejects.toThrow("no workers here");
  });
});
