import { bibtexEntry, paperBibtex, type BibtexField } from "./bibtex.ts";
import type { Reference } from "../lib/theorems/references.ts";
import { copyButton } from "./copy-button.ts";
import { element } from "./element.ts";
import { notebookName, pageAddress } from "./page-address.ts";
import { saveFile } from "./save-file.ts";

/** What a citation shows: the text that was read, the entries, and how to take them away. */
export function citationParts(key: string, reference: Reference): HTMLElement[] {
  const entries = `${paperBibtex(key, reference)}\n\n${notebookBibtex()}\n`;
  const acts = element(
    "div",
    { className: "actions" },
    copyButton("Copy", () => entries),
    quiet("Save as .bib", () =>
      saveFile(`${key}.bib`, new Blob([entries], { type: "application/x-bibtex" })),
    ),
  );
  const text = element(
    "pre",
    { tabIndex: 0, attributes: { role: "region", "aria-label": "BibTeX" } },
    entries.trim(),
  );
  return [element("p", {}, `Read: ${reference.read}. Other versions were not.`), text, acts];
}

/** The entry of the page as it is now. It has no year: the version says which one it is. */
function notebookBibtex(): string {
  const version = document.querySelector<HTMLMetaElement>("meta[name=generator]")?.content ?? "Accelerando";
  const fields: BibtexField[] = [
    ["title", `{${document.title}}`],
    ["howpublished", `${version}, notebook ${notebookName()}`],
    ["url", pageAddress()],
  ];
  return bibtexEntry("misc", `accelerando-${notebookName()}`, fields);
}

function quiet(text: string, act: () => void): HTMLElement {
  return element("button", { type: "button", className: "quiet", onclick: act }, text);
}
