import { expect, it } from "vitest";
import { givenSpectrum } from "../../lib/spectra/given.ts";

it("givenSpectrum reads blanks, tabs, commas, semicolons and new lines, and sorts", () => {
  const expected = [1e-3, 0.5, 2, 30];
  for (const text of ["2 1e-3 30 .5", "2,1e-3,30,.5", "2; 1E-3;\n30\t+0.5,", "  2\r\n1e−3\n\n30.\n0.5  "])
    expect(Array.from(givenSpectrum(text))).toEqual(expected);
});

it("givenSpectrum sorts by value, not by text, and keeps repeats", () => {
  expect(Array.from(givenSpectrum("10 9 100 9"))).toEqual([9, 9, 10, 100]);
});

it.each([
  ["", "spectrum must have at least 1 value: 0"],
  [" , ;\n", "spectrum must have at least 1 value: 0"],
  ["1 two 3", "spectrum value 2 must be a number: two"],
  ["1, 2, NaN", "spectrum value 3 must be a number: NaN"],
  ["0x10", "spectrum value 1 must be a number: 0x10"],
  ["1e", "spectrum value 1 must be a number: 1e"],
  ["<script>alert(1)</script>", "spectrum value 1 must be a number: <script>alert(1)</script…"],
  ["Infinity", "spectrum value 1 must be a number: Infinity"],
  ["1 1e999", "spectrum value 2 must be finite: 1e999"],
  ["0", "spectrum value 1 must be positive: 0"],
  ["1 1e-400", "spectrum value 2 must be positive: 1e-400"],
  ["3 −2", "spectrum value 2 must be positive: -2"],
  ["-1e999", "spectrum value 1 must be positive: -1e999"],
])("givenSpectrum(%j) throws: %s", (text, message) => {
  expect(() => givenSpectrum(text)).toThrow(RangeError(message));
});

it("givenSpectrum takes 2000 values and refuses 2001 and a million", () => {
  expect(givenSpectrum("1 ".repeat(2000)).length).toBe(2000);
  expect(() => givenSpectrum("1 ".repeat(2001))).toThrow(
    RangeError("spectrum must have at most 2000 values: 2001"),
  );
  expect(() => givenSpectrum("x,".repeat(1e6))).toThrow(
    RangeError("spectrum must have at most 2000 values: 1000000"),
  );
});
