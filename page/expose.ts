import { failure, type Answer, type Request } from "./worker-messages.ts";

/**
 * Long work as a generator: it yields how far it is, at first at once, and returns its result. It need not heed the
 * signal if it yields often: between two yields it is stopped anyway.
 */
export type LongWork<A, P, R> = (
  argument: A,
  signal: AbortSignal,
) => AsyncGenerator<P, R, void> | Generator<P, R, void>;

/** How long work runs until progress is told and requests are heard (ms). */
const CHUNK = 8;

/** The worker's side: a module of workers/entries/ calls it, once, with the work that it offers. */
export function expose<A, P, R>(work: LongWork<A, P, R>): void {
  const breathe = eventLoop();
  let running: AbortController | null = null;

  addEventListener("message", ({ data }: MessageEvent<Request>) => {
    if (data.kind === "stop") running?.abort();
    else void perform(data.argument as A);
  });
  answer({ kind: "started" });

  /** One run at a time: the page asks for another only after the end of the last. */
  async function perform(argument: A): Promise<void> {
    const { signal } = (running = new AbortController());
    const end = await pump(argument, signal).catch(failure);
    running = null;
    if (signal.aborted) return answer({ kind: "stopped" });
    try {
      answer(end);
    } catch (error) {
      // A result that cannot be cloned.
      answer(failure(error));
    }
  }

  async function pump(argument: A, signal: AbortSignal): Promise<Answer> {
    const steps = work(argument, signal);
    let heard = -Infinity;
    for (;;) {
      const { done, value } = await steps.next();
      if (done) return { kind: "finished", value };
      if (performance.now() - heard < CHUNK) continue;
      answer({ kind: "progress", value });
      await breathe();
      if (signal.aborted) await steps.return(undefined as R);
      heard = performance.now();
    }
  }
}

function answer(message: Answer): void {
  postMessage(message);
}

/** A function whose promise resolves after the messages that have come are heard; without the delay of timers. */
function eventLoop(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return () =>
    new Promise((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
}
