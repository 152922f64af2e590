import { readFile } from "node:fs/promises";
import { parse } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { listNotebooks } from "../../build.mjs";
import { seededRandom, type Random } from "../../lib/random.ts";
import { openPage } from "../support/browser.ts";
import { follow } from "../support/follow.ts";
import { violations } from "../support/violations.ts";
import type { RunningNotebook } from "../../page/start.ts";
import { openNotebook } from "../support/headless.ts";

/** What the source of a notebook says of its controls: the oracle for what comes out of a link. */
interface Declarations {
  readonly sliders: Map<string, { readonly min: number; readonly max: number; readonly whole: boolean }>;
  readonly words: Map<string, readonly string[]>;
}

async function declarations(file: string): Promise<Declarations> {
  const source = await readFile(file, "utf8");
  const sliders = Array.from(
    source.matchAll(/slider\(\{key: "(\w+)"(.*)\}\)/g),
    ([, key = "", rest = ""]) => {
      const number = (name: string) =>
        Number(new RegExp(`${name}: ([\\d_.e-]+)`).exec(rest)?.[1]?.replaceAll("_", ""));
      return [key, { min: number("min"), max: number("max"), whole: rest.includes("whole: true") }] as const;
    },
  );
  const choices = Array.from(
    source.matchAll(/choice\(\{\s*key: "(\w+)"(.*?)\n {6}\],/gs),
    ([, key = "", rest = ""]) =>
      [key, Array.from(rest.matchAll(/\{value: "([^"]*)"/g), ([, value = ""]) => value)] as const,
  );
  const toggles = Array.from(
    source.matchAll(/toggleWord\(\{key: "([\w-]+)".*?on: "([^"]*)", off: "([^"]*)"/g),
    ([, key = "", on = "", off = ""]) => [key, [on, off]] as const,
  );
  return {
    sliders: new Map(sliders),
    words: new Map<string, readonly string[]>([...choices, ...toggles, ["theme", ["light", "dark"]]]),
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const HOSTILE = [
  ..."NaN Infinity -Infinity 1e309 -1e309 1e-400 -0 0/0 1/0 0x10 1_000 ١٢ true null undefined".split(" "),
  ..."toString constructor __proto__ hasOwnProperty __defineGetter__ prototype valueOf".split(" "),
  "<img src=x onerror=__hit=1>",
  '"><script>__hit=1</script>',
  "javascript:__hit=1",
  "${__hit=1}",
  "$\\href{javascript:__hit=1}{x}$",
  "<svg onload=__hit=1>",
  "\u202e\u0000\uffff",
  "\ud800",
  "🂡".repeat(30),
  "9".repeat(400),
  "",
  " ",
];
const DAMAGED = ["%", "%FF", "%C3%28", "%u0041", "%zz", "%E0%A4%A", "%F8%A1%A1%A1%A1"];
const HOSTILE_KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "__proto__[x]",
  "v",
  "show",
  "theme",
  "reveal",
  "",
];

/** The text of a number anywhere, within a range or beyond it. */
function numberText(random: Random): string {
  const value = (random() - 0.4) * 10 ** (14 * random() - 7);
  return pick(random, [String(value), value.toExponential(3), value.toFixed(2), String(Math.round(value))]);
}

function randomLink(random: Random, keys: readonly string[], words: readonly string[]): string {
  const pair = () => {
    const key = random() < 0.8 ? pick(random, keys) : pick(random, HOSTILE_KEYS);
    const kind = random();
    if (kind < 0.1) return `${key}=${pick(random, DAMAGED)}`;
    const text =
      kind < 0.45
        ? numberText(random)
        : kind < 0.6
          ? Array.from({ length: 3 }, () => numberText(random)).join(pick(random, [",", " ", ";"]))
          : pick(random, kind < 0.8 ? HOSTILE : words);
    return random() < 0.5
      ? `${key}=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, "�"))}`
      : `${key}=${text}`;
  };
  return `?${Array.from({ length: Math.floor(9 * random()) }, pair).join("&")}`;
}

const notebooks: string[] = await listNotebooks();
/** For each notebook; they take a tenth of a millisecond each, and more where other tests run beside. */
const LINKS = Math.ceil(100_000 / notebooks.length);
const STATES = Math.ceil(10_000 / notebooks.length);

describe.each(notebooks)("%s", (file) => {
  it("runs in Node; its part of 100 000 random links and of 10 000 random states is read and written", async () => {
    const declared = await declarations(file);
    const { readLink, writeLink, messages, document, failures } = await openNotebook(parse(file).name);
    expect(failures()).toEqual([]);
    const realms = [Object, (document.defaultView as unknown as { Object: typeof Object }).Object];
    const properties = () => realms.map((realm) => Object.getOwnPropertyNames(realm.prototype).join());
    const before = properties();
    readRandomLinks(readLink, declared);
    expect(properties()).toEqual(before);
    expect((document.defaultView as unknown as { __hit?: unknown }).__hit).toBeUndefined();
    expect(messages).toEqual([]);
    writeRandomStates(readLink, writeLink, declared);
  });
});

type ReadLink = RunningNotebook["readLink"];
type WriteLink = RunningNotebook["writeLink"];

/** Whatever the link: no error, and every value in range. */
function readRandomLinks(readLink: ReadLink, { sliders, words }: Declarations): void {
  const own = readLink("").values;
  const keys = [...own.keys()];
  expect(sliders.size).toBeGreaterThan(1);
  expect(keys).toEqual(expect.arrayContaining([...sliders.keys(), ...words.keys()]));
  const allWords = [...words.values()].flat();
  const random = seededRandom(1);
  const wrong: string[] = [];
  let moved = 0;
  for (let i = 0; i < LINKS; i++) {
    const link = randomLink(random, keys, allWords);
    const { values, notices } = readLink(link);
    for (const [key, { min, max, whole }] of sliders) {
      const value = values.get(key) as number;
      const fits = value >= min && value <= max && (!whole || Number.isInteger(value));
      if (!fits) wrong.push(`${link}: ${key} = ${value}`);
    }
    for (const [key, allowed] of words)
      if (![...allowed, "system"].includes(values.get(key) as string)) wrong.push(`${link}: ${key}`);
    // A sentence with a name, a rule and forty characters of the text; and no more of them than there are fields.
    if (notices.some((notice) => notice.length > 300) || notices.length > keys.length + 5) wrong.push(link);
    if ([...sliders.keys(), ...words.keys()].some((key) => values.get(key) !== own.get(key))) moved++;
  }
  expect(wrong).toEqual([]);
  // It is not only refusals that are tested.
  expect(moved).toBeGreaterThan(LINKS / 10);
}

/** Each state is what is read from the link that is written for it. */
function writeRandomStates(readLink: ReadLink, writeLink: WriteLink, { sliders, words }: Declarations): void {
  const random = seededRandom(2);
  const keys = [...readLink("").values.keys()];
  const seen = new Map(keys.map((key) => [key, new Set<string>()]));
  /** A text that a control would accept, for any kind of control. */
  const textFor = (key: string): string => {
    const range = sliders.get(key);
    if (range) {
      const value = range.min + random() * (range.max - range.min);
      return String(range.whole ? Math.round(value) : value);
    }
    if (words.has(key)) return pick(random, words.get(key)!);
    if (key === "reveal") return pick(random, ["0", "1"]);
    if (key === "sort") return pick(random, ["statement", "-promised", "needed"]);
    if (key === "angles") return pick(random, ["0,40", "359,0,17"]);
    if (key === "matrix") return pick(random, ["2 1\n1 2", "3"]);
    if (key === "label") return pick(random, ["1", "2"]);
    if (key === "csv") return pick(random, ["1,0,1\n0,1,-1", "0.5;2;yes\n1;1;no\n3;0;no"]);
    // Two numbers within the sliders' ranges, or as many as one likes: a pin, or eigenvalues.
    return Array.from({ length: 2 }, () => (0.01 + 0.9 * random()).toPrecision(3)).join(",");
  };
  for (let i = 0; i < STATES; i++) {
    const chosen = keys.filter(() => random() < 0.5);
    const link = `?${chosen.map((key) => `${key}=${encodeURIComponent(textFor(key))}`).join("&")}`;
    const { values, notices } = readLink(link);
    if (notices.length > 0) throw new Error(`${link}: ${notices.join(" ")}`);
    const written = writeLink(values);
    const again = readLink(written);
    if (JSON.stringify([...again.values]) !== JSON.stringify([...values]) || again.notices.length > 0)
      throw new Error(`${link} became ${written}: ${again.notices.join(" ")}`);
    for (const key of keys) seen.get(key)!.add(JSON.stringify(values.get(key)));
  }
  // Every control took part.
  expect([...seen].filter(([, values]) => values.size < 2)).toEqual([]);
  expect(writeLink(readLink("").values)).toBe("");
}

const FILE = "01-quadratic.html";

/** Values of the notebook's variables, after what follows from the last input. */
async function values(page: Page, ...names: string[]): Promise<unknown[]> {
  return page.evaluate(async (wanted) => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    const { notebook } = globalThis as unknown as { notebook: { value(name: string): Promise<unknown> } };
    return Promise.all(wanted.map((name) => notebook.value(name)));
  }, names);
}

const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const noticeText = (page: Page) => page.locator(".notices").textContent();

describe("in the page", () => {
  it("hostile and damaged links are answered in words", async () => {
    const { page, messages } = await openPage(FILE);
    for (const [what, link, notice] of [
      ["NaN", "kappa=NaN", "kappa must be a number: NaN"],
      ["beyond the doubles", "kappa=1e309&eta=-1e309", "10⁶ is taken instead"],
      [
        "names of Object.prototype",
        "beta=toString&spectrum=__proto__&axes=constructor",
        "beta must be a number",
      ],
      [
        "markup",
        "kappa=<img src=x onerror=__hit=1>&start=<script>__hit=1</script>",
        "must be a number: <img",
      ],
      [
        "formulas with a link",
        "eigenvalues=$\\href{javascript:__hit=1}{x}$&spectrum=yours",
        "must be a number",
      ],
      ["bad UTF-8", "eta=%FF%FE&beta=.5", "“eta” is damaged"],
      ["an old version", "v=0&beta=.5", "of version “0”"],
      ["a later version", "v=99&beta=.5&new=1", "of version “99”"],
      ["a repeated key", "beta=.5&beta=.6", "“beta” more than once"],
    ] as const) {
      await follow(page, `?${link}`);
      expect(await noticeText(page), what).toContain(notice);
      if (/beta=\.5/.test(link)) expect(await values(page, "beta"), what).toEqual([0.5]);
      expect(await page.locator(".notices :not(p)").count(), what).toBe(0);
      expect(await page.locator(".cell-error, img").count(), what).toBe(0);
    }
    expect(await page.evaluate("globalThis.__hit")).toBeUndefined();
    expect(messages).toEqual([]);
  });

  it.each([
    ["markup", "kappa=<img src=x onerror=__hit=1>&beta=.5", "must be a number: <img"],
    ["markup in a key", "<img src=x onerror=__hit=1>=5&beta=.5", "names “<img src”"],
    [
      "keys of Object.prototype",
      "__proto__=1&constructor=2&toString.x=3&beta=.5",
      "“__proto__”, “constructor” and",
    ],
    ["a key shown that does not exist", "show=beta,__proto__&beta=.5", "shows “__proto__”"],
  ])("so is one with %s that the page is opened with", async (_, link, notice) => {
    const { page, messages } = await openPage(`${FILE}?${link}`);
    expect(await noticeText(page)).toContain(notice);
    expect(await values(page, "beta")).toEqual([0.5]);
    expect(await page.locator(".notices :not(p), .cell-error, img").count()).toBe(0);
    expect(await page.evaluate("globalThis.__hit")).toBeUndefined();
    expect(messages).toEqual([]);
  });

  it("what a page says about its link is within WCAG 2.1 AA", async () => {
    const { page } = await openPage(`${FILE}?kappa=nothing&show=beta,unknown`, { width: 390 });
    expect(await page.locator(".notices p").count()).toBe(2);
    expect(await violations(page)).toEqual([]);
  });

  it("40 random links leave it silent, without an error in any cell", async () => {
    const { sliders, words } = await declarations("notebooks/01-quadratic.html");
    const { page, messages } = await openPage(FILE);
    const random = seededRandom(3);
    const keys = [...sliders.keys(), ...words.keys(), "pin", "eigenvalues", "reveal"];
    for (let i = 0; i < 40; i++) {
      const link = randomLink(random, keys, [...words.values()].flat());
      await follow(page, link);
      await values(page, "summary");
      expect(await page.locator(".cell-error").allTextContents(), link).toEqual([]);
    }
    expect(await page.evaluate("globalThis.__hit")).toBeUndefined();
    expect(messages).toEqual([]);
  });

  it("a link of 1 MB is said to be too long, and the page goes on", async () => {
    const { page, messages } = await openPage(FILE);
    await follow(page, `?kappa=${"9".repeat(1 << 20)}`);
    expect(await noticeText(page)).toContain("The link is too long");
    await slider(page, "β momentum").press("Home");
    expect(await values(page, "kappa", "beta")).toEqual([100, 0]);
    expect(await page.evaluate(() => location.search)).toBe("?beta=0&v=1");
    expect(messages).toEqual([]);
  });

  it("what is written names its version, and nothing is written for the notebook's own state", async () => {
    const { page } = await openPage(FILE);
    const search = () => page.evaluate(() => location.search);
    await slider(page, "β momentum").press("Home");
    expect(await search()).toBe("?beta=0&v=1");
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await search()).toBe("");
    await page.goBack();
    expect(await search()).toBe("?beta=0&v=1");
    expect(await values(page, "beta")).toEqual([0]);
    await page.goForward();
    expect(await values(page, "beta")).toEqual([0.9025]);
  });
});

describe("show", () => {
  it("lets its reader hold what it names, and shows the rest", async () => {
    const { page, messages } = await openPage(`${FILE}?show=kappa,beta&eta=0.5`);
    expect(await slider(page, "κ condition number").isEnabled()).toBe(true);
    expect(await slider(page, "β momentum").isEnabled()).toBe(true);
    expect(await slider(page, "η step size").isDisabled()).toBe(true);
    expect(await page.getByRole("textbox", { name: "step size, as a number" }).isDisabled()).toBe(true);
    expect(await page.getByRole("textbox", { name: "step size, as a number" }).inputValue()).toBe("0.5");
    // Words, choices and rings that would move what is not shown.
    for (const name of [
      "Polyak’s setting",
      "uniform",
      "on square-root axes",
      "Pin this curve",
      "reference lines",
    ])
      expect(await page.getByRole("button", { name }).first().isDisabled(), name).toBe(true);
    expect(await page.locator(".preset:enabled").count()).toBe(0);
    expect(await page.locator("p .scrub").first().getAttribute("aria-disabled")).toBe("false");
    expect(await slider(page, "noise in the gradient").getAttribute("aria-disabled")).toBe("true");
    expect(await page.getByRole("button", { name: "Load it" }).count()).toBe(0);
    expect(messages).toEqual([]);
    expect(await noticeText(page)).toBe("");
  });

  it("the handle is held only where both its keys are shown", async () => {
    const { page } = await openPage(`${FILE}?show=kappa,beta`);
    const handle = page.locator(".opening .handle");
    expect(await handle.getAttribute("aria-disabled")).toBe("true");
    expect(await handle.getAttribute("tabindex")).toBeNull();
    const { x, y, width } = (await handle.boundingBox())!;
    await page.mouse.move(x + width / 2, y + width / 2);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 60, { steps: 3 });
    await page.mouse.up();
    expect(await values(page, "eta", "beta")).toEqual([1, 0.9025]);
    const { page: both } = await openPage(`${FILE}?show=eta,beta`);
    await both.locator(".opening .handle").press("ArrowRight");
    expect(await values(both, "eta")).toEqual([1.001]);
  });

  it("no key reaches what is not shown", async () => {
    const { page } = await openPage(`${FILE}?show=`);
    const held = await page.$$eval("main :is(input, textarea, button, [role=slider])", (elements) =>
      elements
        .filter((element) => {
          const isDisabled = element.matches(":disabled, [aria-disabled=true], :read-only:not(button)");
          return !isDisabled && !element.closest(".exercise");
        })
        .map((element) => element.textContent || element.getAttribute("aria-label")),
    );
    // What is left changes nothing in the state: a search shows what it finds in its place, and the rest is taken away.
    const harmless = /^(Undo|Try to break it|as printed|Data|CSV|SVG|PNG|Embed|Cite)$/;
    expect(held.filter((text) => !harmless.test(text ?? ""))).toEqual([]);
  });

  it("Reset gives back what can be held, and leaves what the sender fixed", async () => {
    const { page } = await openPage(`${FILE}?show=kappa&kappa=7&eta=2&spectrum=uniform`);
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await values(page, "kappa", "eta", "shape")).toEqual([100, 2, "uniform"]);
    expect(await page.evaluate(() => location.search)).toBe("?show=kappa&eta=2&spectrum=uniform&v=1");
  });
});
