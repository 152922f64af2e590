import { expect, it } from "vitest";
import { figureName } from "../../cells/figure-files.ts";

it("a file is named after its notebook and its figure, in letters that every system takes", () => {
  expect(figureName("Heavy ball needs 264 steps to a millionth", "/some/01-quadratic.html")).toBe(
    "01-quadratic-heavy-ball-needs-264-steps-to-a-millionth",
  );
  expect(figureName("Here the constant is 2.26 √κ; <b>/..\\: *?", "/")).toBe(
    "notebook-here-the-constant-is-2.26-b",
  );
  expect(figureName("a ".repeat(1000), "/x.html").length).toBeLessThan(100);
  expect(figureName("", "/x.html")).toBe("x");
});
