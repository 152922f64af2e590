import { element } from "./element.ts";

/** How long the browser may take to read what it saves (ms). */
const KEPT = 60_000;

/** Lets the reader save something made in the page. */
export function saveFile(name: string, contents: Blob): void {
  const url = URL.createObjectURL(contents);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
