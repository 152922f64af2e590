import { expect, it } from "vitest";
import { readTable, type Table, type TableRequest } from "../../lib/problems/table.ts";
import { result } from "../support/result.ts";

const whole = { labelColumn: 0, mostFeatures: 2000, most: 2000, manyColumns: 200, mostOfWide: 200, seed: 1 };

const read = (text: string, change: Partial<TableRequest> = {}): Table =>
  result(readTable({ ...whole, text, ...change }));

it("reads features and labels as they stand", () => {
  expect(read("a,b,y\n3,4,7\n0,−2,8\n")).toEqual({
    columns: ["a", "b", "y"],
    labelColumn: 3,
    rows: 2,
    count: 2,
    dimension: 2,
    features: Float64Array.of(3, 4, 0, -2),
    labels: Float64Array.of(7, 8),
    lines: Float64Array.of(2, 3),
  });
});

it.each([
  ["semicolons", "3;4;1\n0;-2;-1"],
  ["a mark of byte order", "\uFEFF3,4,1\n0,-2,-1"],
  ["quotes, blanks and empty lines", '\r\n"3", 4 ,1\r\n\r\n 0,"-2",-1\r\n'],
  ["words as labels: the first is +1", "3,4,shirt\n0,-2,trousers"],
])("reads %s", (_, text) => {
  const { features, labels } = read(text);
  expect([...features]).toEqual([3, 4, 0, -2]);
  expect([...labels]).toEqual([1, -1]);
});

it("takes the labels from another column on request, and columns without a name have their number", () => {
  const { columns, features, labels } = read("7,3,4\n8,0,-2", { labelColumn: 1 });
  expect(columns).toEqual(["column 1", "column 2", "column 3"]);
  expect([...features]).toEqual([3, 4, 0, -2]);
  expect([...labels]).toEqual([7, 8]);
});

it("a long table is read in pieces, also where a quoted field holds a line break, and messages name its lines", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},"${i % 7}",${i % 2}`);
  rows[9000] = '9000,"1\n",0';
  const table = read(rows.join("\n"), { most: 20_000 });
  expect([table.rows, table.count]).toEqual([20_000, 20_000]);
  expect(table.features.filter((_, i) => i % 2 === 0)).toEqual(Float64Array.from(rows, (_, i) => i));
  expect(table.lines.at(-1)).toBe(20_000);
  rows[19_000] = "19000,x,0";
  expect(() => read(rows.join("\n"))).toThrow("line 19001, column 2 must be a finite number: x");
});

it("tells how far it is, and what is too long is drawn with a seed, each row as likely as another", () => {
  const text = Array.from({ length: 50_000 }, (_, i) => `${i},1,${i % 2}\n`).join("");
  const shares = Array.from(readTable({ ...whole, text }), ({ share }) => share);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  const table = read(text, { most: 400 });
  expect([table.rows, table.count]).toEqual([50_000, 400]);
  const drawn = [...table.features.filter((_, i) => i % 2 === 0)];
  expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
  expect(new Set(drawn).size).toBe(400);
  expect(table.lines).toEqual(Float64Array.from(drawn, (row) => row + 1));
  expect([...table.labels]).toEqual(drawn.map((row) => row % 2));
  // The mean of 400 of 0 … 49 999 has a standard deviation of 722; seed 1 is within three.
  expect(Math.abs(drawn.reduce((a, b) => a + b, 0) / 400 - 24_999.5)).toBeLessThan(2166);
  expect(read(text, { most: 400 })).toEqual(table);
  expect(read(text, { most: 400, seed: 2 })).not.toEqual(table);
});

it("of a table with many columns fewer rows are kept", () => {
  const text = Array.from({ length: 12 }, (_, i) => `${i},1,2,${i % 2}\n`).join("");
  expect(read(text, { most: 10, manyColumns: 2, mostOfWide: 5 }).count).toBe(5);
  expect(read(text, { most: 10, manyColumns: 3, mostOfWide: 5 }).count).toBe(10);
});

it.each([
  ["nothing", "", "columns must be at least 2, features and a label: 0"],
  ["one column", "1\n2", "columns must be at least 2, features and a label: 1"],
  ["one row", "1,2,1", "rows must be at least 2: 1"],
  ["names only", "a,b,y", "rows must be at least 2: 0"],
  ["too many columns", `${"1,".repeat(2001)}1`, "features must be at most 2000: 2001"],
  [
    "a text column",
    "area,kind,price\n1,flat,1\n2,house,2",
    "line 2, column 2 (kind) must be a finite number: flat",
  ],
  ["a gap", "1,2,1\n1,,1", "line 2, column 2 must be a finite number: nothing"],
  ["a number beyond the doubles", "1,2,1\n1,1e999,1", "line 2, column 2 must be a finite number: 1e999"],
  ["a row of another length", "1,2,1\n1,2", "line 2 must have 3 fields: 2"],
  ["one class", "1,2,setosa\n2,3,setosa", "labels must not all be the same: setosa"],
  ["one label", "1,2,5\n2,3,5", "labels must not all be the same: 5"],
  ["a third class", "1,2,a\n2,3,b\n1,1,c", "line 3, column 3 must be a or b: c"],
  ["a word among numeric labels", "1,2,1\n2,3,b", "line 2, column 3 must be a finite number: b"],
  ["no label", "1,2,1\n2,3,", "line 2, column 3 must be a label: nothing"],
])("refuses %s", (_, text, message) => {
  expect(() => read(text)).toThrow(message);
});

it("refuses a label column that is none", () => {
  expect(() => read("1,2,3\n2,3,4", { labelColumn: 4 })).toThrow(
    "labelColumn must be a whole number in [1, 3]: 4",
  );
});
