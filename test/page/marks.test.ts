import { expect, it } from "vitest";
import { marksOf } from "../../page/marks.ts";

/** What is marked, and as what. */
function marked(mode: string, source: string): string[] {
  return marksOf(mode, source).map(({ from, to, name }) => `${name}: ${source.slice(from, to)}`);
}

it("in a script, the parameters and comments stand out, and nothing else", () => {
  const source = `// about kappa
const kappa: number = beta / kappaControl.eta; /* eta */
const text = "kappa" + \`\${eta} beta\`;
const {beta: b} = {kappa, toString};`;
  expect(marked("ts", source)).toEqual([
    "code-comment: // about kappa",
    "p-kappa: kappa",
    "p-beta: beta",
    "p-eta: eta",
    "code-comment: /* eta */",
    "p-eta: eta",
    "p-beta: beta",
    "p-kappa: kappa",
  ]);
});

it("in prose, those of holes, and comments", () => {
  const source = "kappa ${kappa} <!-- ${beta} --> ${tex`\\beta = ${beta}`} ${f({eta})} ${unclosed(kappa";
  expect(marked("md", source)).toEqual([
    "p-kappa: kappa",
    "code-comment: <!-- ${beta} -->",
    "p-beta: beta",
    "p-eta: eta",
    "p-kappa: kappa",
  ]);
});
