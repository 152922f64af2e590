import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { awaitedRun, whenQuiet } from "../../page/background.ts";

/** Longer than any pause after a run. */
const LONG = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.advanceTimersByTime(LONG);
  vi.useRealTimers();
});

/** Work in the background, and how often it began. */
function inBackground() {
  const begun = vi.fn();
  const callOff = whenQuiet(begun);
  return { begun, callOff };
}

describe("work in the background", () => {
  it("begins at once where the reader waits for nothing", () => {
    expect(inBackground().begun).toHaveBeenCalledOnce();
  });

  it("begins, once, after all runs that the reader waits for have ended", () => {
    const [endFirst, endSecond] = [awaitedRun(), awaitedRun()];
    const { begun } = inBackground();
    endFirst();
    vi.advanceTimersByTime(LONG);
    expect(begun).not.toHaveBeenCalled();
    endSecond();
    vi.advanceTimersByTime(LONG);
    expect(begun).toHaveBeenCalledOnce();
  });

  it("does not begin between two runs of one drag", () => {
    let end = awaitedRun();
    const { begun } = inBackground();
    for (let move = 0; move < 20; move++) {
      end();
      vi.advanceTimersByTime(16);
      end = awaitedRun();
    }
    expect(begun).not.toHaveBeenCalled();
    const late = inBackground();
    end();
    vi.advanceTimersByTime(16);
    const last = inBackground();
    expect(last.begun).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LONG);
    for (const one of [begun, late.begun, last.begun]) expect(one).toHaveBeenCalledOnce();
  });

  it("can be called off while it waits", () => {
    const end = awaitedRun();
    const { begun, callOff } = inBackground();
    callOff();
    end();
    vi.advanceTimersByTime(LONG);
    expect(begun).not.toHaveBeenCalled();
  });

  it("hears of the end of a run once, however often it is told", () => {
    const [first, second] = [awaitedRun(), awaitedRun()];
    const { begun } = inBackground();
    first();
    first();
    vi.advanceTimersByTime(LONG);
    expect(begun).not.toHaveBeenCalled();
    second();
    vi.advanceTimersByTime(LONG);
    expect(begun).toHaveBeenCalledOnce();
  });
});
