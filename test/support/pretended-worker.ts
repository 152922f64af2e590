import { resolveObjectURL } from "node:buffer";
import { runInNewContext } from "node:vm";
import type { DOMWindow } from "jsdom";

/**
 * Gives a window of jsdom workers of blobs. Their code is that of real ones, in a context of its own and by messages
 * that are cloned, but on this thread: what never yields would block the test.
 */
export function pretendWorkers(window: DOMWindow): void {
  const createObjectURL = (blob: Blob) => URL.createObjectURL(blob);
  Object.assign(window, { Blob, Worker: PretendedWorker });
  Object.assign(window.URL, { createObjectURL });
}

class PretendedWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  #isAlive = true;
  readonly #hear: Promise<(data: unknown) => void>;

  constructor(address: string) {
    this.#hear = resolveObjectURL(address)!
      .text()
      .then((code) => this.#run(code));
  }

  #run(code: string): (data: unknown) => void {
    const soon = (act: () => void) => void setImmediate(() => this.#isAlive && act());
    let listener: (event: { data: unknown }) => void = () => {};
    runInNewContext(code, {
      AbortController,
      MessageChannel: channelOf(soon),
      performance,
      addEventListener: (_: "message", given: typeof listener) => (listener = given),
      postMessage: (message: unknown) => {
        const data = structuredClone(message);
        soon(() => this.onmessage?.({ data }));
      },
    });
    return (data) => soon(() => listener({ data }));
  }

  postMessage(message: unknown): void {
    const data = structuredClone(message);
    void this.#hear.then((hear) => hear(data));
  }

  terminate(): void {
    this.#isAlive = false;
  }
}

/** A MessageChannel that keeps no process alive, and falls silent with its worker. */
function channelOf(soon: (act: () => void) => void) {
  return class {
    readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
    readonly port2 = { postMessage: () => soon(() => this.port1.onmessage?.()) };
  };
}
