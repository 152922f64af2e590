import { expect, it } from "vitest";
import { conflate, type Sink } from "../../page/conflate.ts";

/** A source that the test works by hand. */
function source() {
  const hand = { sink: null as unknown as Sink<number>, starts: 0, stops: 0 };
  const values = conflate<number>((sink) => {
    hand.sink = sink;
    hand.starts++;
    return () => hand.stops++;
  });
  return { hand, values };
}

it("the source starts with the first value that is asked for, once", async () => {
  const { hand, values } = source();
  expect(hand.starts).toBe(0);
  const first = values.next();
  hand.sink.put(1);
  expect(await first).toEqual({ done: false, value: 1 });
  const second = values.next();
  hand.sink.put(2);
  expect(await second).toEqual({ done: false, value: 2 });
  expect(hand.starts).toBe(1);
});

it("a receiver gets the latest value, and the last one before the end", async () => {
  const { hand, values } = source();
  const first = values.next();
  for (let i = 0; i < 5; i++) hand.sink.put(i);
  expect(await first).toEqual({ done: false, value: 4 });
  for (let i = 5; i < 9; i++) hand.sink.put(i);
  hand.sink.end();
  hand.sink.put(9);
  expect(await values.next()).toEqual({ done: false, value: 8 });
  expect(await values.next()).toEqual({ done: true, value: undefined });
  expect(hand.stops).toBe(0);
});

it("an error takes the place of what was not yet received, and is thrown once", async () => {
  const { hand, values } = source();
  const first = values.next();
  hand.sink.put(1);
  hand.sink.fail(new RangeError("no"));
  await expect(first).rejects.toThrow(new RangeError("no"));
  expect(await values.next()).toEqual({ done: true, value: undefined });
});

it("return stops the source at once, also while a value is awaited", async () => {
  const { hand, values } = source();
  const pending = values.next();
  await values.return();
  expect(hand.stops).toBe(1);
  expect(await pending).toEqual({ done: true, value: undefined });
  hand.sink.put(1);
  expect(await values.next()).toEqual({ done: true, value: undefined });
});

it("what is returned before it began never starts", async () => {
  const { hand, values } = source();
  await values.return();
  expect(await values.next()).toEqual({ done: true, value: undefined });
  expect(hand).toMatchObject({ starts: 0, stops: 0 });
});

it("throw stops the source and rejects", async () => {
  const { hand, values } = source();
  void values.next();
  await expect(values.throw(new Error("enough"))).rejects.toThrow("enough");
  expect(hand.stops).toBe(1);
});
