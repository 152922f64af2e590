import { describe, expect, it } from "vitest";
import { readCsv } from "../../lib/problems/csv.ts";
import { reluGramSpectrum } from "../../lib/spectra/relu-gram.ts";

describe("readCsv(text, labelColumn)", () => {
  it("reads features and labels, and gives each row the norm 1", () => {
    const data = readCsv("3,4,1\n0,-2,-1\n");
    expect([data.count, data.dimension]).toEqual([2, 2]);
    expect([...data.points]).toEqual([3 / 5, 4 / 5, 0, -1]); // one correctly rounded division each
    expect([...data.labels]).toEqual([1, -1]);
  });

  it.each([
    ["names of columns, which are left out", "a,b,y\n3,4,1\n0,-2,-1"],
    ["semicolons", "3;4;1\n0;-2;-1"],
    ["tabs and a mark of byte order", "\uFEFF3\t4\t1\n0\t-2\t-1"],
    [
      "quotes, blanks, empty lines and line ends of two characters",
      '\r\n"3", 4 ,1\r\n\r\n 0,"-2",-1\r\n\r\n',
    ],
    ["true minus signs", "3,4,1\n0,−20e−1,−1"],
    ["words as labels: the first is +1", "3,4,shirt\n0,-2,trousers"],
    ["names of columns with digits in them", "x1,x2,label\n3,4,1\n0,-2,-1"],
  ])("reads %s", (_, text) => {
    const { points, labels } = readCsv(text);
    expect([...points]).toEqual([3 / 5, 4 / 5, 0, -1]);
    expect([...labels]).toEqual([1, -1]);
  });

  it("takes the labels from another column on request", () => {
    const { points, labels } = readCsv("7,3,4\n8,0,-2", 1);
    expect([...points]).toEqual([3 / 5, 4 / 5, 0, -1]);
    expect([...labels]).toEqual([7, 8]);
  });

  it.each([
    ["equal", "1,2,1\n5,0,1\n1,2,-1"],
    ["parallel", "1,2,1\n5,0,1\n3,6,-1"],
  ])("reads rows that are %s, which make the kernel singular", (_, text) => {
    const { points, count, dimension } = readCsv(text);
    // ‖H̄‖ is below 1.5; the roundings of the two rows differ by one unit at most.
    expect(Math.abs(reluGramSpectrum(points, count, dimension)[0]!)).toBeLessThan(2e-15);
  });

  it("opposite rows are no such pair: the kernel is positive definite", () => {
    const { points, count, dimension } = readCsv("1,2,1\n-1,-2,1");
    // Between opposite points the arc-cosine kernel is 0: both eigenvalues are ½, but for roundings of arccos near −1.
    expect(reluGramSpectrum(points, count, dimension)[0]).toBeCloseTo(0.5, 7);
  });

  it("lets all labels be the same", () => {
    expect([...readCsv("1,2,1\n5,0,1").labels]).toEqual([1, 1]);
    expect([...readCsv("1,2,shirt\n5,0,shirt").labels]).toEqual([1, 1]);
  });

  it.each([
    ["no text", "", "columns must be at least 2, features and a label: 0"],
    ["one column", "1\n2", "columns must be at least 2, features and a label: 1"],
    ["one row", "1,2,1", "rows must be at least 2: 1"],
    ["names only", "a,b,y", "rows must be at least 2: 0"],
    ["text among numbers", "1,2,1\n1,two,1", "line 2, column 2 must be a finite number: two"],
    [
      "a long text",
      `1,2,1\n${"x".repeat(40)},2,1`,
      `line 2, column 1 must be a finite number: ${"x".repeat(24)}…`,
    ],
    ["a missing value", "a,b,y\n1,2,1\n1,,1", "line 3, column 2 (b) must be a finite number: nothing"],
    ["a number that no double holds", "1,2,1\n1,1e999,1", "line 2, column 2 must be a finite number: 1e999"],
    ["a missing label", "1,2,1\n1,2,", "line 2, column 3 must be a label: nothing"],
    ["a word among numbers as labels", "1,2,1\n1,3,yes", "line 2, column 3 must be a finite number: yes"],
    ["a third word", "1,2,a\n1,3,b\n1,4,c", "line 3, column 3 must be a or b: c"],
    ["a short row", "1,2,1\n\n1,2", "line 3 must have 3 fields: 2"],
    ["a row of zeros", "1,2,1\n0,0,1", "line 2 must have a feature that is not 0: all are 0"],
    ["too many rows", "1,2,1\n".repeat(1001), "rows must be at most 1000: 1001"],
    ["10⁵ columns", `${"1,".repeat(99_999)}1\n`.repeat(2), "features must be at most 10000: 99999"],
  ])("throws a RangeError for %s", (_, text, message) => {
    expect(() => readCsv(text)).toThrow(new RangeError(message));
  });

  it.each([-1, 4, 1.5])("throws a RangeError for the label column %d of three", (column) => {
    expect(() => readCsv("1,2,1\n1,3,1", column)).toThrow(
      new RangeError(`labelColumn must be a whole number in [1, 3]: ${column}`),
    );
  });
});
