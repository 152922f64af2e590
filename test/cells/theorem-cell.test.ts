// @vitest-environment jsdom
import type { DOMWindow } from "jsdom";
import { expect, it } from "vitest";
import { theoremCell } from "../../cells/theorem-cell.ts";
import { judge } from "../../lib/theorems/theorem.ts";
import { references } from "../../lib/theorems/references.ts";
import * as corollary10 from "../../lib/theorems/wang-2021/corollary-10.ts";
import { pretendLayout } from "../support/layout.ts";

it("keeps the room of its picture while another verdict is being found, and shows no picture of the last one", () => {
  pretendLayout(window as unknown as DOMWindow);
  const cell = theoremCell(corollary10, references["wang-2021"]);
  const picture = cell.querySelector("figure")!;
  const seen = () => !picture.hidden && picture.style.visibility !== "hidden";
  const drawing = () => ({
    draw: () => document.createElementNS("http://www.w3.org/2000/svg", "svg"),
    height: () => 100,
    table: () => [],
  });
  const judgement = judge(corollary10, corollary10.statement.cases[0]!.parameters);
  const running = { verdict: "running", hypotheses: judgement.hypotheses } as const;

  cell.show({ judgement: running });
  expect(picture.hidden).toBe(true);
  cell.show({ judgement, picture: { title: "It falls", drawing } });
  expect(seen()).toBe(true);
  cell.show({ judgement: running });
  expect(picture.hidden).toBe(false);
  expect(seen()).toBe(false);
  // A verdict that comes without a picture needs no room for one.
  cell.show({ judgement });
  expect(picture.hidden).toBe(true);
});
