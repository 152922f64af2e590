/** A value that stays until another one comes; a view: `value`, null before the first, and `input` events. */
export interface Kept<Value> extends HTMLElement {
  readonly value: Value | null;
  /** Takes a value that is not null and comes of something else than the last one did. */
  put(value: Value | null, ...of: readonly unknown[]): void;
}

/**
 * Keeps what was good: while the next value is being made, or when it cannot be made, what depends on it is left alone. `of` says what a value comes of, so that the same one told again starts
 * nothing anew.
 */
export function kept<Value>(): Kept<Value> {
  let last: { readonly value: Value; readonly of: readonly unknown[] } | null = null;
  const root = document.createElement("span");
  const put = (value: Value | null, ...of: readonly unknown[]) => {
    const isSame = last?.of.length === of.length && last.of.every((part, i) => part === of[i]);
    if (value === null || isSame) return;
    last = { value, of };
    root.dispatchEvent(new Event("input"));
  };
  return Object.defineProperties(Object.assign(root, { put }), {
    value: { get: () => last?.value ?? null },
  }) as unknown as Kept<Value>;
}
