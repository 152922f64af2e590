import { describe, expect, it } from "vitest";
import { parseLink, printLink, quoted, readField } from "../../page/link-text.ts";

const entries = (query: string) => [...parseLink(query).entries];
const notices = (query: string) => parseLink(query).notices.join(" ");

describe("a query is taken apart", () => {
  it.each([
    ["", []],
    ["?", []],
    ["?&&", []],
    [
      "?kappa=50&beta=.9",
      [
        ["kappa", "50"],
        ["beta", ".9"],
      ],
    ],
    [
      "?pin=1,0.9025&text=a+b%20c",
      [
        ["pin", "1,0.9025"],
        ["text", "a b c"],
      ],
    ],
    ["?a", [["a", ""]]],
    ["?=5", [["", "5"]]],
    ["?a=b=c", [["a", "b=c"]]],
    [
      "?__proto__=1&constructor=2&toString=3",
      [
        ["__proto__", "1"],
        ["constructor", "2"],
        ["toString", "3"],
      ],
    ],
  ])("%s", (query, expected) => {
    expect(entries(query)).toEqual(expected);
    expect(notices(query)).toBe("");
  });

  it.each([
    ["bad UTF-8", "?eta=%ff&kappa=5", "What the link says of “eta” is damaged", [["kappa", "5"]]],
    ["half a character", "?eta=%C3", "“eta” is damaged", []],
    ["no escape", "?eta=50%", "“eta” is damaged", []],
    ["a damaged key", "?%FF=1", "“%FF” is damaged", []],
    ["a key twice", "?eta=1&eta=2", "names “eta” more than once; the first counts", [["eta", "1"]]],
    ["an older version", "?v=0&eta=1", "of version “0”, and this page knows version 1", [["eta", "1"]]],
    ["a later version", "?v=2&eta=1", "of version “2”", [["eta", "1"]]],
    ["no version", "?v=__proto__&eta=1", "of version “__proto__”", [["eta", "1"]]],
    ["1 MB", `?eta=${"1".repeat(1 << 20)}`, "The link is too long (1048581 characters)", []],
  ])("%s is said", (_, query, notice, expected) => {
    expect(entries(query)).toEqual(expected);
    expect(notices(query)).toContain(notice);
  });

  it("its present version needs no word", () => {
    expect(parseLink("?eta=1&v=1")).toEqual({ entries: new Map([["eta", "1"]]), notices: [] });
  });

  it("does not list more names than one would read, nor longer ones", () => {
    expect(quoted(["a"])).toBe("“a”");
    expect(quoted(["a", "b", "c"])).toBe("“a”, “b” and “c”");
    expect(quoted(["a", "b", "c", "d", "e", "f"])).toBe("“a”, “b”, “c”, “d” and 2 more");
    expect(quoted(["x".repeat(1000)])).toHaveLength(42);
  });
});

describe("a query is put together", () => {
  it.each([
    [[], ""],
    [[["eta", "1.5"]], "?eta=1.5&v=1"],
    [
      [
        ["pin", "1,0.9"],
        ["show", "a,b"],
      ],
      "?pin=1,0.9&show=a,b&v=1",
    ],
    [[["text", "1 2\n<b>&v=9"]], "?text=1+2%0A%3Cb%3E%26v%3D9&v=1"],
  ] as const)("%j", (given, expected) => {
    expect(printLink(given)).toBe(expected);
    expect(parseLink(expected)).toEqual({ entries: new Map(given), notices: [] });
  });
});

describe("a value is read", () => {
  const field = {
    key: "eta",
    initial: 1,
    read(text: string) {
      if (text === "bug") throw new TypeError("a bug");
      if (text === "far") return { value: 4, notice: "eta must be at most 4" };
      if (!/^\d$/.test(text)) throw new RangeError(`eta must be a digit: ${text}`);
      return { value: Number(text) };
    },
  };
  const read = (query: string) => readField(field, parseLink(query));

  it("within its range, with a notice where it is not as asked", () => {
    expect(read("?eta=3")).toEqual({ value: 3 });
    expect(read("?beta=3")).toEqual({ value: 1 });
    expect(read("?eta=far")).toEqual({ value: 4, notice: "In the link: eta must be at most 4" });
    expect(read("?eta=x")).toEqual({
      value: 1,
      notice: "In the link: eta must be a digit: x. The notebook's own value is kept.",
    });
    expect(read(`?eta=${"9".repeat(5000)}`).notice).toContain("“eta” is too long (5000 characters)");
  });

  it("an error of ours is not taken for one of the link", () => {
    expect(() => read("?eta=bug")).toThrow(TypeError);
  });
});
