/** What passes between a page and its worker: page/worker.ts on the one side, page/expose.ts on the other. */

/** What the page asks of a worker: a run, or an end to it. */
export type Request = { readonly kind: "run"; readonly argument: unknown } | { readonly kind: "stop" };

/** What the worker answers: once that it has started; for a run progress, then one of the others, which ends it. */
export type Answer =
  | { readonly kind: "started" }
  | { readonly kind: "progress"; readonly value: unknown }
  | { readonly kind: "finished"; readonly value: unknown }
  | { readonly kind: "stopped" }
  | Failure;

/** An error on its way: as an object it would lose a name that is not one of the language. */
export interface Failure {
  readonly kind: "failed";
  readonly name: string;
  readonly message: string;
}

export function failure(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: "failed", name, message };
}

const BUILT_IN: Readonly<Record<string, ErrorConstructor>> = {
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

/** The error of one side on the other, of the same kind. */
export function errorOf({ name, message }: Failure): Error {
  const kind = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name]! : Error;
  return Object.assign(new kind(message), kind.name === name ? {} : { name });
}
