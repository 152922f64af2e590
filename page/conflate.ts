/** Where a source puts its values, and says that there are no more or that it failed. */
export interface Sink<T> {
  put(value: T): void;
  end(): void;
  fail(error: unknown): void;
}

/**
 * The values of a source, of which a slow receiver gets only the latest. `start` begins with the first `next()` and
 * returns what stops the source. Unlike that of a generator function, `return()` acts at once, also while a value
 * is awaited: so a cell that the runtime runs again lets go of what it no longer needs.
 */
export function conflate<T>(start: (sink: Sink<T>) => () => void): AsyncGenerator<T, void, void> {
  let latest: { readonly value: T } | null = null;
  let failure: { readonly error: unknown } | null = null;
  let isOver = false;
  let wake = () => {};
  let stop: (() => void) | null = null;

  const sink: Sink<T> = {
    put(value) {
      if (isOver) return;
      latest = { value };
      wake();
    },
    end() {
      isOver = true;
      wake();
    },
    fail(error) {
      if (isOver) return;
      failure = { error };
      sink.end();
    },
  };
  const take = () => {
    const taken = { latest, failure };
    latest = failure = null;
    return taken;
  };
  const next = async (): Promise<IteratorResult<T, void>> => {
    if (!isOver) stop ??= start(sink);
    while (latest === null && !isOver) await new Promise<void>((resolve) => (wake = resolve));
    const taken = take();
    if (taken.failure) throw taken.failure.error;
    return taken.latest ? { done: false, value: taken.latest.value } : { done: true, value: undefined };
  };
  const leave = async (): Promise<IteratorResult<T, void>> => {
    if (!isOver) stop?.();
    sink.end();
    take();
    return { done: true, value: undefined };
  };
  return {
    next,
    return: leave,
    throw: (error) => leave().then(() => Promise.reject(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
