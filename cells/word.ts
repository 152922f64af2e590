import { element } from "./element.ts";
import type { Slider } from "./slider.ts";

/** A slider and the value that a word gives it. */
export type Setting = readonly (readonly [slider: Slider, value: number])[];

/**
 * A word of the prose that sets sliders: “Polyak's setting”. It looks pressed while they stand there. `setting` is
 * asked anew each time, since what is best depends on the problem; `watch` names the other controls it depends on. Where
 * one of its sliders cannot be held, neither can the word.
 */
export function settingWord(
  text: string,
  setting: () => Setting,
  watch: readonly HTMLElement[] = [],
): HTMLElement {
  const word = element(
    "button",
    { type: "button", className: "word", onclick: () => applySetting(setting()) },
    text,
  );
  const show = () => {
    word.setAttribute("aria-pressed", String(isAt(setting())));
    word.disabled = !canHold(setting());
  };
  for (const control of new Set([...setting().map(([slider]) => slider), ...watch])) {
    control.addEventListener("input", show);
    control.addEventListener("follow", show);
  }
  show();
  return word;
}

/** Sets all sliders of a setting and writes them into the link. */
export function applySetting(setting: Setting): void {
  for (const [slider, value] of setting) slider.set(value);
  for (const [slider] of setting) slider.commit();
}

/** Whether a reader may set all sliders of a setting. */
export function canHold(setting: Setting): boolean {
  return setting.every(([slider]) => slider.held);
}

/** Whether all sliders stand where the setting wants them, within rounding. */
export function isAt(setting: Setting): boolean {
  return setting.every(
    ([slider, value]) => Math.abs(slider.value - value) <= 1e-9 * Math.max(1, Math.abs(value)),
  );
}
