/**
 * A function that remembers its last call: with the same arguments it returns the same value again. A cell that
 * runs at every step of a drag can so leave alone what the drag does not touch.
 */
export function remembered<Arguments extends readonly unknown[], Value>(
  compute: (...args: Arguments) => Value,
): (...args: Arguments) => Value {
  let last: { readonly args: Arguments; readonly value: Value } | null = null;
  return (...args) => {
    const isSame =
      last?.args.length === args.length && last.args.every((argument, i) => argument === args[i]);
    if (!last || !isSame) last = { args, value: compute(...args) };
    return last.value;
  };
}
