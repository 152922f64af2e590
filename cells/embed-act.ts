import { embedSnippet } from "../page/embed-snippet.ts";
import { copyButton } from "./copy-button.ts";

/** “Embed”: copies the html that shows a theorem, as it stands now, on a page of one's own; nothing where that cannot be. */
export function embedAct(theorem: string, title: string): HTMLElement[] {
  if (embedSnippet(theorem, title) === null) return [];
  // Made anew when it is asked for: the address holds the present state.
  return [copyButton("Embed", () => embedSnippet(theorem, title) ?? "")];
}
