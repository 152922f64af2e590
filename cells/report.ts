import { withCarried } from "../page/carried-state.ts";
import { presentQuery } from "../page/link.ts";
import { wholePage } from "../page/whole-page.ts";
import { complaint } from "./complaint.ts";
import { element } from "./element.ts";
import { mathText } from "./math-text.ts";
import { notebookName } from "./page-address.ts";
import { saveFile } from "./save-file.ts";

/** What goes into a report. */
export interface ReportParts {
  /** What stands above the page, as it is now: numbers that are there without any script. */
  readonly summary: HTMLElement;
  /** Texts of the reader, by the keys of their controls. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A button that saves this notebook as one file, which opens without a network in the state that the page is in, the reader's data with it. */
export function reportAct(text: string, parts: () => ReportParts): HTMLElement {
  const problem = complaint();
  const save = async () => {
    problem.show("");
    try {
      const { summary, texts } = parts();
      const page = withCarried(await wholePage(), { query: presentQuery(), texts }, summary.outerHTML);
      saveFile(`${notebookName()}-report.html`, new Blob([page], { type: "text/html" }));
    } catch (error) {
      problem.show(`The report could not be made: ${(error as Error).message}`);
    }
  };
  const button = element("button", { type: "button", className: "act", onclick: () => void save() }, text);
  return element("div", {}, element("div", { className: "actions" }, button), problem);
}

/** What a report says in its first lines: sentences, and a copy of a table as it stands, without what sorts it. */
export function reportSummary(sentences: readonly string[], table: HTMLElement): HTMLElement {
  const copy = table.querySelector("table")!.cloneNode(true) as HTMLTableElement;
  for (const button of copy.querySelectorAll("button")) button.replaceWith(...button.childNodes);
  for (const head of copy.querySelectorAll("[aria-sort]")) head.removeAttribute("aria-sort");
  return element(
    "aside",
    { className: "report", attributes: { "aria-label": "Report" } },
    element("p", {}, element("b", {}, "Report."), ...mathText(` ${sentences.join(" ")}`)),
    element("div", { className: table.className }, copy),
  );
}
