import type { Reference } from "../lib/theorems/references.ts";
import { element, freshId } from "./element.ts";

/** “Cite”: a quiet word and, once it is pressed, which text was read, and BibTeX of the paper and of the page. */
export function citation(key: string, reference: Reference): [HTMLElement, HTMLElement] {
  const id = freshId("citation");
  const panel = element("div", { id, className: "citation", hidden: true });
  const button = element(
    "button",
    {
      type: "button",
      className: "quiet",
      onclick: () => {
        panel.hidden = !panel.hidden;
        button.setAttribute("aria-expanded", String(!panel.hidden));
        if (!panel.hidden) void fill();
      },
      attributes: { "aria-expanded": "false", "aria-controls": id },
    },
    "Cite",
  );
  const fill = async () => {
    try {
      const { citationParts } = await import("./citation-parts.ts");
      panel.replaceChildren(...citationParts(key, reference));
    } catch (error) {
      panel.replaceChildren(
        element("p", { className: "cell-error", attributes: { role: "alert" } }, String(error)),
      );
    }
  };
  return [button, panel];
}
