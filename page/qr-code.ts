import { encode } from "uqr";

/** A link longer than this makes a code so fine that a phone does not read it from a seat in the room. */
const LONGEST_LINK = 300;

/** Shows the link as a code that a phone can read, until it is closed. */
export function showQrCode(link: string): void {
  const dialog = document.createElement("dialog");
  dialog.className = "qr-code";
  dialog.setAttribute("aria-labelledby", "qr-code-heading");
  const heading = Object.assign(document.createElement("h2"), {
    id: "qr-code-heading",
    textContent: "Open this state",
  });
  const address = Object.assign(document.createElement("p"), {
    className: "qr-code-link",
    textContent: link,
  });
  const close = Object.assign(document.createElement("button"), {
    type: "button",
    className: "quiet",
    textContent: "Close",
    onclick: () => dialog.close(),
  });
  const obstacle = obstacleOf(link);
  const code = obstacle
    ? Object.assign(document.createElement("p"), { textContent: obstacle })
    : drawCode(encode(link, { ecc: "M", border: 4 }).data);
  dialog.append(heading, code, address, close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Why a phone could do nothing with a code of this link; null where it can. */
function obstacleOf(link: string): string | null {
  if (!/^https?:/.test(link)) return "This page was opened from a file, which a phone cannot open.";
  if (link.length <= LONGEST_LINK) return null;
  return `This link has ${link.length} characters, too many for a code that is read across a room. Copy it instead.`;
}

/** The modules of a code, with their margin, as one path. */
function drawCode(modules: readonly (readonly boolean[])[]): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(svg.namespaceURI, "path");
  const runs = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  path.setAttribute("d", runs.join(""));
  svg.setAttribute("viewBox", `0 0 ${modules.length} ${modules.length}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "A code of this link");
  svg.append(path);
  return svg;
}
