import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { readCarried, withCarried } from "../../page/carried-state.ts";

const page = "<!doctype html><html><head><style>body{}</style></head><body><main></main></body></html>";
const opened = (html: string) => new JSDOM(html).window.document;

it.each([
  ["was not saved", page],
  [
    "has a damaged block",
    page.replace("<main>", '<script type="application/json" id="carried-state">{</script><main>'),
  ],
])("a page that %s brings nothing", (_, html) => {
  expect(readCarried(opened(html))).toBeNull();
});

it("what is saved is brought, to the letter, and cannot end its block", () => {
  const text = "1,2\n</script><script>__hit=1</script><!--/saved--> ä \u2028";
  const state = { query: "?data=table&v=1", texts: { csv: text } };
  const document = opened(withCarried(page, state, "<aside>κ = 2</aside>"));
  expect(readCarried(document)).toEqual(state);
  expect(document.querySelectorAll("script, aside")).toHaveLength(2);
});

it("saved again, it has one state", () => {
  const once = withCarried(page, { query: "?a=1", texts: { csv: "$& first" } }, "<aside>1</aside>");
  const second = { query: "?a=2", texts: { csv: "$& second" } };
  const document = opened(withCarried(once, second, "<aside>2</aside>"));
  expect(readCarried(document)).toEqual(second);
  expect(document.querySelectorAll("aside")).toHaveLength(1);
});

it("a text without a body is no page", () => {
  expect(() => withCarried("<p>", { query: "", texts: {} }, "")).toThrow("the page has no body");
});
