import { describe, expect, it } from "vitest";
import { openNotebook, type HeadlessNotebook } from "../support/headless.ts";

const FILE = "test/fixtures/exercise.html";

/** One exercise of the fixture, as its reader sees it. */
function reader({ document }: HeadlessNotebook, key: string) {
  const root = document.querySelector<HTMLElement>(`[data-exercise="${key}"]`)!;
  const all = <E extends HTMLElement>(selector: string) => Array.from(root.querySelectorAll<E>(selector));
  const buttons = () => all<HTMLButtonElement>("button").filter((button) => !button.hidden);
  return {
    root,
    all,
    buttons: () => buttons().map(({ textContent }) => textContent),
    press: (name: string) =>
      buttons()
        .find(({ textContent }) => textContent === name)!
        .click(),
    type(box: HTMLInputElement, text: string) {
      box.value = text;
      for (const type of ["input", "change"])
        box.dispatchEvent(new box.ownerDocument.defaultView!.Event(type));
    },
    key(handle: HTMLElement, key: string, shiftKey = false) {
      const { KeyboardEvent } = handle.ownerDocument.defaultView!;
      handle.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
    },
    state: () => root.dataset.state,
    result: () => root.querySelector(".exercise-result")!.textContent,
    problem: () => root.querySelector(".field-problem:not([hidden])")?.textContent ?? null,
  };
}

describe("the answer", () => {
  it("is not computed, and not in the page, until it is asked for", async () => {
    const notebook = await openNotebook(FILE);
    const pace = reader(notebook, "pace");
    const drawn = reader(notebook, "drawn");
    pace.type(pace.all<HTMLInputElement>("input")[0]!, "50");
    pace.press("Lock my answer");
    drawn.key(drawn.all(".handle")[0]!, "ArrowUp");
    drawn.press("Lock my answer");
    expect(await notebook.value("solved")).toEqual([]);
    const html = notebook.document.documentElement.outerHTML;
    // ln 10/−ln √0.95, ln 10/−ln √0.99
    for (const answer of ["89.7", "89.8", "458"]) expect(html).not.toContain(`>${answer}`);
    expect(html).not.toContain("var(--hb)");
    pace.press("Reveal");
    expect(await notebook.value("solved")).toEqual(["pace"]);
    expect(pace.result()).toContain("the answer is 89.8\u00a0steps");
    expect(notebook.messages).toEqual([]);
  });

  it("is withheld by reveal=0: it can be locked, not revealed", async () => {
    const notebook = await openNotebook(FILE, { query: "?reveal=0" });
    const pace = reader(notebook, "pace");
    expect(pace.root.textContent).toContain("the teacher keeps the answer");
    pace.type(pace.all<HTMLInputElement>("input")[0]!, "90");
    pace.press("Lock my answer");
    expect(pace.state()).toBe("locked");
    expect(pace.root.innerHTML).not.toContain("Reveal");
    expect(notebook.document.querySelector(".notices")!.textContent).toBe("");
  });

  it("reveal=perhaps is answered in place", async () => {
    const { document } = await openNotebook(FILE, { query: "?reveal=perhaps" });
    expect(document.querySelector(".notices")!.textContent).toContain("reveal must be 0 or 1: perhaps");
  });
});

describe("a number", () => {
  it.each([
    ["89.8", "true", "Right."],
    ["90", "true", "Right."],
    ["8,98e1", "true", "Right."],
    ["898/10", "true", "Right."],
    ["21.9", "false", "Too low."],
    ["1e-3", "false", "Too low."],
    ["200", "false", "Too high."],
  ])("%s: %s", async (text, right, heading) => {
    const pace = reader(await openNotebook(FILE), "pace");
    pace.type(pace.all<HTMLInputElement>("input")[0]!, text);
    pace.press("Lock my answer");
    pace.press("Reveal");
    expect(pace.root.dataset.right).toBe(right);
    expect(pace.result()).toMatch(new RegExp(`^${heading.replace(".", "\\.")} You said`));
    expect(pace.result()).toContain("within 10\u00a0% counts as right");
  });

  it.each(["", "many", "1/2/3"])("“%s” cannot be locked", async (text) => {
    const pace = reader(await openNotebook(FILE), "pace");
    const box = pace.all<HTMLInputElement>("input")[0]!;
    pace.type(box, text);
    pace.press("Lock my answer");
    expect(pace.state()).toBe("open");
    expect(pace.problem()).toContain(text ? `A prediction is a number: ${text}` : "Predict first");
    expect(box.getAttribute("aria-invalid")).toBe("true");
    pace.type(box, "3");
    pace.press("Lock my answer");
    expect(pace.problem()).toBeNull();
    expect(box.readOnly).toBe(true);
    expect(pace.buttons()).toEqual(["Reveal", "Hint", "Start over"]);
  });

  it("the notebook's feedback follows, and Start over forgets everything", async () => {
    const notebook = await openNotebook(FILE);
    const pace = reader(notebook, "pace");
    const box = pace.all<HTMLInputElement>("input")[0]!;
    pace.press("Hint");
    expect(pace.root.querySelector(".exercise-hint")!.textContent).toContain("Level lines");
    pace.type(box, "10");
    pace.press("Lock my answer");
    pace.press("Reveal");
    expect(pace.result()).toContain("Too fast: you expect more momentum to help.");
    expect(pace.buttons()).toEqual(["Hint", "Start over"]);
    pace.press("Start over");
    expect([pace.state(), box.value, pace.result()]).toEqual(["open", "", ""]);
    expect(pace.root.querySelector<HTMLElement>(".exercise-hint")!.hidden).toBe(true);
    expect(notebook.document.documentElement.outerHTML).not.toContain("89.8");
  });

  it("other parameters are another question: the answer goes, the prediction stays", async () => {
    const notebook = await openNotebook(FILE);
    const pace = reader(notebook, "pace");
    const box = pace.all<HTMLInputElement>("input")[0]!;
    pace.type(box, "90");
    pace.press("Lock my answer");
    pace.press("Reveal");
    notebook.redefine("kappa", 10_000);
    await expect.poll(() => pace.state()).toBe("open");
    expect(pace.root.textContent).toMatch(/10\s000/);
    expect([box.value, box.readOnly]).toEqual(["90", false]);
    expect(pace.result()).toContain("The setting has changed");
    expect(pace.root.textContent).not.toContain("89.8");
    pace.press("Lock my answer");
    pace.press("Reveal");
    // Both settings creep: ln 10/−ln ρ, ρ the larger root of x² − (1 + β − 10⁻⁴)x + β.
    expect(pace.result()).toContain("the answer is 1104\u00a0steps");
  });

  it("says where there is nothing to predict", async () => {
    const notebook = await openNotebook(FILE);
    notebook.redefine("eta", 3.9);
    const { root } = reader(notebook, "pace");
    await expect.poll(() => root.querySelector(".field-reason")!.textContent).toContain("diverges");
    expect(root.querySelector<HTMLElement>(".exercise-prompt")!.hidden).toBe(true);
  });
});

describe("a choice", () => {
  it("is exact, and answers by letter and words", async () => {
    const notebook = await openNotebook(FILE);
    const choice = reader(notebook, "choice");
    choice.press("Lock my answer");
    expect(choice.problem()).toBe("Choose one first.");
    const words = choice.all<HTMLButtonElement>("li button");
    words[2]!.click();
    expect(words.map((word) => word.getAttribute("aria-pressed"))).toEqual([
      "false",
      "false",
      "true",
      "false",
    ]);
    choice.press("Lock my answer");
    expect(words.every(({ disabled }) => disabled)).toBe(true);
    choice.press("Reveal");
    expect(choice.result()).toMatch(
      /^Not so\. You said C, .* times as many\. The answer is B, twice as many\. That is gradient descent\.$/,
    );
    choice.press("Start over");
    words[1]!.click();
    choice.press("Lock my answer");
    choice.press("Reveal");
    expect(choice.result()).toBe("Right. The answer is B, twice as many.");
  });
});

describe("a curve", () => {
  const places = (root: ReturnType<typeof reader>) =>
    root.all(".handle").map((handle) => handle.getAttribute("aria-valuenow"));

  it("has a slider for each point, and a field that says the same", async () => {
    const drawn = reader(await openNotebook(FILE), "drawn");
    const handles = drawn.all(".handle");
    expect(handles.map((handle) => handle.getAttribute("aria-label"))).toEqual(
      [0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.99].map((beta) => `Your prediction at β = ${beta}`),
    );
    await expect.poll(() => handles[0]!.getAttribute("aria-valuenow")).toBe("31.6");
    drawn.press("Lock my answer");
    expect(drawn.problem()).toBe("Move at least one point first.");
    drawn.key(handles[0]!, "ArrowUp");
    drawn.key(handles[1]!, "ArrowDown", true);
    drawn.key(handles[2]!, "Home");
    drawn.key(handles[3]!, "End");
    drawn.key(handles[4]!, "PageUp");
    expect(places(drawn)).toEqual(["34.8", "15.8", "1", "1000", "63.2", "31.6", "31.6"]);
    const boxes = drawn.all<HTMLInputElement>("input");
    expect(boxes.map(({ value }) => value)).toEqual(places(drawn));
    drawn.type(boxes[5]!, "1/4e-1");
    expect(places(drawn)[5]).toBe("2.5");
    expect(handles[5]!.getAttribute("aria-valuetext")).toBe("2.50 steps");
  });

  it("a number that is none, or outside the axis, is refused in place", async () => {
    const drawn = reader(await openNotebook(FILE), "drawn");
    const boxes = drawn.all<HTMLInputElement>("input");
    drawn.type(boxes[0]!, "5000");
    expect(drawn.problem()).toBe("Your prediction at β = 0 must be in [1, 1000]: 5000");
    drawn.type(boxes[1]!, "100");
    drawn.press("Lock my answer");
    expect(drawn.state()).toBe("open");
    drawn.type(boxes[0]!, "many");
    expect(drawn.problem()).toContain("must be a number: many");
    drawn.key(drawn.all(".handle")[0]!, "ArrowUp");
    expect([boxes[0]!.value, boxes[0]!.getAttribute("aria-invalid")]).toEqual(["34.8", "false"]);
    drawn.press("Lock my answer");
    expect(drawn.state()).toBe("locked");
    expect(drawn.problem()).toBeNull();
  });

  it("is judged point by point, and the answers stand beside the prediction", async () => {
    const notebook = await openNotebook(FILE);
    const drawn = reader(notebook, "drawn");
    [229, 159, 87.3, 30.4, 43.7, 89.8, 100].forEach((value, i) =>
      drawn.type(drawn.all<HTMLInputElement>("input")[i]!, String(value)),
    );
    drawn.press("Lock my answer");
    expect(drawn.all(".handle").every(({ hidden }) => hidden)).toBe(true);
    expect(drawn.root.innerHTML).not.toContain("var(--hb)");
    drawn.press("Reveal");
    expect(drawn.result()).toBe(
      "Right at 6 of 7 points. The answer is 229, 159, 87.3, 30.4, 43.7, 89.8 and 458\u00a0steps; within a factor of 1.25 counts as right.",
    );
    expect(drawn.all("tbody tr").at(-1)!.textContent).toBe("0.99458too low");
    expect(drawn.root.querySelector("svg")!.outerHTML).toContain("var(--hb)");
    notebook.redefine("kappa", 400);
    await expect.poll(() => drawn.state()).toBe("open");
    expect(drawn.root.innerHTML).not.toContain("var(--hb)");
    expect(drawn.root.textContent).not.toContain("458");
    expect(places(drawn)).toEqual(["229", "159", "87.3", "30.4", "43.7", "89.8", "100"]);
    expect(drawn.all(".handle")[0]!.getAttribute("aria-valuemax")).toBe("10000");
  });

  it("a point without an answer is not counted", async () => {
    const notebook = await openNotebook(FILE);
    notebook.redefine("eta", 2.2);
    const drawn = reader(notebook, "drawn");
    await expect.poll(() => drawn.root.textContent).toContain("2.2");
    drawn.key(drawn.all(".handle")[0]!, "ArrowUp");
    drawn.press("Lock my answer");
    drawn.press("Reveal");
    expect(drawn.result()).toMatch(/of 6 points\. The answer is no value, /);
    expect(drawn.all("tbody tr")[0]!.textContent).toBe("0no valueno answer");
  });
});
