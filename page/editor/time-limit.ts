/** How long an edited cell may run without a pause (ms). */
const LIMIT = 1000;

/** The clock is read at every so many ticks. */
const PERIOD = 16;

/** The time, and how to be told when the browser is free again; tests have their own. */
export interface Clock {
  now(): number;
  afterTask(callback: () => void): void;
}

/**
 * A function to be called at every turn of a loop. It throws, from then on always, when it has been called for longer
 * than a second without a pause in which the page could do something else; to await what is there already is no pause.
 * Afterwards `stopped` hears of it, too, since what is thrown may be lost in an event.
 */
export function timeLimit(
  stopped: (error: Error) => void,
  clock: Clock = browserClock,
): (line: number) => void {
  let count = 0;
  let since: number | null = null;
  let over: Error | null = null;
  const endTask = () => {
    since = null;
    if (over) stopped(over);
  };
  return (line) => {
    if (over) throw over;
    if (since === null) {
      since = clock.now();
      clock.afterTask(endTask);
    }
    if (++count % PERIOD !== 0 || clock.now() - since < LIMIT) return;
    over = Object.assign(new Error(`line ${line} went on for a second without a pause`), { name: "Stopped" });
    throw over;
  };
}

/** A message arrives after the present task, also where timers are held back, as in a page out of sight. */
const browserClock: Clock = {
  now: () => performance.now(),
  afterTask(callback) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      callback();
    };
    port2.postMessage(null);
  },
};
