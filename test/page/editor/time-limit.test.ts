import { expect, it } from "vitest";
import { timeLimit, type Clock } from "../../../page/editor/time-limit.ts";

/** A clock that a test moves; `pause` is the end of the task. */
function pretendedClock() {
  let time = 0;
  let waiting: (() => void)[] = [];
  const clock: Clock = { now: () => time, afterTask: (callback) => void waiting.push(callback) };
  const pause = () => {
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) callback();
  };
  return { clock, pause, wait: (milliseconds: number) => (time += milliseconds) };
}

it("a loop that goes on for a second is stopped, with its line, and is reported once", () => {
  const { clock, wait, pause } = pretendedClock();
  const reported: string[] = [];
  const tick = timeLimit(({ message }) => reported.push(message), clock);
  const loop = () => {
    for (let turns = 0; turns < 10_000; turns++) {
      wait(1);
      tick(7);
    }
  };
  expect(loop).toThrow("line 7 went on for a second without a pause");
  pause();
  expect(loop).toThrow("line 7");
  pause();
  expect(reported).toEqual(["line 7 went on for a second without a pause"]);
});

it("a loop that pauses may go on for ever", () => {
  const { clock, wait, pause } = pretendedClock();
  const tick = timeLimit(() => expect.unreachable(), clock);
  for (let turns = 0; turns < 10_000; turns++) {
    wait(10);
    tick(1);
    if (turns % 50 === 0) pause();
  }
});

it("time that passed before the first tick of a task does not count", () => {
  const { clock, wait, pause } = pretendedClock();
  const tick = timeLimit(() => expect.unreachable(), clock);
  for (let task = 0; task < 100; task++) {
    wait(5000);
    for (let turns = 0; turns < 100; turns++) tick(1);
    pause();
  }
});

it("what is stopped stays stopped, at once, also after a pause", () => {
  const { clock, wait, pause } = pretendedClock();
  const tick = timeLimit(() => {}, clock);
  const loop = () => {
    for (let turns = 0; turns < 100; turns++) {
      wait(100);
      tick(3);
    }
  };
  expect(loop).toThrow("line 3");
  pause();
  const before = clock.now();
  expect(loop).toThrow("line 3");
  // One turn, of 100 ms.
  expect(clock.now() - before).toBe(100);
});
