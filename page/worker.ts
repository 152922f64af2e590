import { awaitedRun, whenQuiet } from "./background.ts";
import { conflate } from "./conflate.ts";
import type { LongWork } from "./expose.ts";
import { errorOf, failure, type Answer, type Request } from "./worker-messages.ts";

/** What has become of long work. `progress` is null until the worker has told any. */
export type Run<P, R> =
  | { readonly state: "running"; readonly progress: P | null; stop(): void }
  | { readonly state: "stopped"; readonly progress: P | null }
  | { readonly state: "finished"; readonly result: R };

/** What the states of a run say, by the type of the generator. */
type RunOf<W> = W extends LongWork<never, infer P, infer R> ? Run<P, R> : never;

/** How a run is to be made. */
interface RunOptions {
  readonly signal?: AbortSignal;
  /** Begins only when no other run goes on but those in the background: what the reader waits for has the processors to itself. */
  readonly inBackground?: boolean;
}

/** How long a worker may be silent until the page says so, or ends it if it was asked to stop (ms). */
const PATIENCE = 200;

/**
 * The page's side of long work: a function that runs it in a worker made by `create`, and gives the states of the
 * run, the latest only; the last is its end. What the worker throws is thrown here, under the same name.
 *
 * A run begins when its first state is asked for, and ends early by `return()`, by `stop()` or by the signal. The
 * runtime returns what a cell holds when the cell runs again: of many inputs in a row the last wins, none queues.
 * Workers are kept for the next run; one that has started and does not stop within 200 ms is terminated.
 */
export function inWorker<W extends LongWork<never, unknown, unknown>>(
  create: () => Worker,
): (argument: Parameters<W>[0], options?: RunOptions) => AsyncGenerator<RunOf<W>, void, void> {
  const begin = workerPool(create);
  return (argument, options = {}) => runStates(begin, argument, options) as never;
}

/** Begins a run; returns what leaves it, after which nothing is heard of it. */
type Begin = (argument: unknown, hear: (answer: Answer) => void) => () => void;

function runStates(begin: Begin, argument: unknown, { signal, inBackground = false }: RunOptions) {
  return conflate<Run<unknown, unknown>>((sink) => {
    let progress: unknown = null;
    let leaveWorker = () => {};
    let endTurn = () => {};
    const leave = () => {
      clearTimeout(silence);
      signal?.removeEventListener("abort", stop);
      leaveWorker();
      endTurn();
    };
    const stop = () => {
      leave();
      sink.put({ state: "stopped", progress });
      sink.end();
    };
    const tell = () => sink.put({ state: "running", progress, stop });
    const silence = setTimeout(tell, PATIENCE);
    if (signal?.aborted) {
      stop();
      return leave;
    }
    signal?.addEventListener("abort", stop);
    const hear = (answer: Answer) => {
      if (answer.kind === "started") return;
      clearTimeout(silence);
      if (answer.kind === "progress") {
        progress = answer.value;
        return tell();
      }
      signal?.removeEventListener("abort", stop);
      endTurn();
      if (answer.kind === "failed") return sink.fail(errorOf(answer));
      sink.put(
        answer.kind === "finished"
          ? { state: "finished", result: answer.value }
          : { state: "stopped", progress },
      );
      sink.end();
    };
    const start = () => (leaveWorker = begin(argument, hear));
    if (inBackground) endTurn = whenQuiet(start);
    else {
      endTurn = awaitedRun();
      start();
    }
    return leave;
  });
}

/**
 * Workers that are made when they are needed, and kept. A run takes one that is idle; else, rather than make one
 * more, it waits for one that is being stopped.
 */
function workerPool(create: () => Worker): Begin {
  const idle: Worker[] = [];
  const started = new WeakSet<Worker>();
  const waiting = new Set<(worker: Worker | null) => void>();
  let stopping = 0;

  /** Gives a worker to the run that waits for one, or keeps it; without one, the run gets a new one. */
  function pass(worker: Worker | null): void {
    const [take] = waiting;
    if (take) {
      waiting.delete(take);
      take(worker);
    } else if (worker) idle.push(worker);
  }

  function askToStop(worker: Worker): void {
    stopping++;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (stopped: Worker | null) => {
      clearTimeout(timer);
      stopping--;
      if (!stopped) dismiss(worker);
      pass(stopped);
    };
    // While its code is still loading, its silence says nothing.
    const count = () => (timer = setTimeout(settle, PATIENCE, null));
    const heard = ({ kind }: Answer) => {
      if (kind === "started") count();
      else if (kind !== "progress") settle(worker);
    };
    listen(worker, heard, () => settle(null));
    if (started.has(worker)) count();
    send(worker, { kind: "stop" });
  }

  function listen(worker: Worker, hear: (answer: Answer) => void, fail: (message: string) => void): void {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "started") started.add(worker);
      hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      // A script that cannot be loaded is an event without a message.
      fail(event.message ?? "the worker could not be started");
    };
  }

  return (argument, hear) => {
    let worker: Worker | null = null;
    const free = () => {
      if (worker) pass(worker);
      worker = null;
    };
    const take = (given: Worker | null) => {
      try {
        worker = given ?? create();
        listen(
          worker,
          (answer) => {
            if (answer.kind !== "started" && answer.kind !== "progress") free();
            hear(answer);
          },
          (message) => {
            if (worker) dismiss(worker);
            worker = null;
            hear(failure(new Error(message)));
          },
        );
        send(worker, { kind: "run", argument });
      } catch (error) {
        free();
        hear(failure(error));
      }
    };
    if (idle.length === 0 && stopping > waiting.size) waiting.add(take);
    else take(idle.pop() ?? null);
    return () => {
      if (worker) askToStop(worker);
      worker = null;
      waiting.delete(take);
    };
  };
}

function send(worker: Worker, request: Request): void {
  worker.postMessage(request);
}

/** Ends a worker, whatever it does, and hears no more of it. */
function dismiss(worker: Worker): void {
  worker.onmessage = worker.onerror = null;
  worker.terminate();
}
