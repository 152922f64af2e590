/** Writes what a printed page cannot be asked for, whenever it is printed: where its controls stand, and its link. */
export function keepPrintable(): void {
  let note: HTMLElement | null = null;
  addEventListener("beforeprint", () => {
    note ??= document.body.appendChild(document.createElement("footer"));
    note.className = "printed-state";
    const settings = controlTexts().join("; ");
    note.replaceChildren(
      ...(settings ? [paragraph(`Printed with ${settings}.`)] : []),
      paragraph(location.href.replace(/#slide=.*$/, "")),
    );
  });
  addEventListener("afterprint", () => {
    note?.remove();
    note = null;
  });
}

/** Every control of the page in words: “condition number κ = 100”, “Spectrum: power law”. */
function controlTexts(): string[] {
  const inUse = <E extends Element>(selector: string) =>
    Array.from(document.querySelectorAll<E>(`main ${selector}`)).filter(
      (control) => !control.closest("[hidden], .exercise"),
    );
  const sliders = inUse<HTMLInputElement>("input[type=range]").map(
    (input) =>
      [input.labels?.[0]?.lastChild?.textContent ?? "", input.getAttribute("aria-valuetext") ?? ""] as const,
  );
  const named = sliders.map(([name, text]) => (text.startsWith(name) ? text : `${name} ${text}`));
  const groups = inUse("[role=group][aria-label]").flatMap((group) => {
    const chosen = group.querySelector("[aria-pressed=true]")?.textContent;
    return chosen ? [`${group.getAttribute("aria-label")}: ${chosen}`] : [];
  });
  return [...new Set([...named, ...groups])];
}

function paragraph(text: string): HTMLElement {
  return Object.assign(document.createElement("p"), { textContent: text });
}
