import { describe, type Chart, type Size } from "../figures/chart.ts";
import type { DataTable } from "../figures/data-table.ts";
import { svgElement } from "../figures/rich-text.ts";
import { become } from "./become.ts";
import { drag, placesIn } from "./drag.ts";
import { element } from "./element.ts";
import { showHeld } from "./held.ts";
import { takeAway } from "./take-away.ts";
import type { Slider } from "./slider.ts";
import { whenSeen } from "./canvas.ts";
import { applySetting, canHold, type Setting } from "./word.ts";

/** A place on the plane that a reader can go to by name. */
export interface Preset {
  readonly name: string;
  readonly setting: Setting;
  /** On which side of its ring the name stands; if left out, on the right where the picture has room for it. */
  readonly side?: "left" | "right";
}

export interface Plane {
  /** The finding: the name of the picture. */
  readonly title: string;
  /** Draws the part that rarely changes; drawn again only when this function is another one, or the size. */
  readonly ground: (size: Size) => Chart;
  /** Draws the part that follows the handle. */
  overlay(ground: Chart): SVGElement;
  /** What the overlay shows, as numbers. */
  table(): DataTable;
  readonly presets: readonly Preset[];
}

export interface PlaneHandle extends HTMLElement {
  show(plane: Plane): void;
}

/** A ring nearer to the handle than this would lie under it (px). */
const RING_CLEARANCE = 14;
/** From a ring to its name, what a letter of it takes, and what a line of it may take on a phone, where it has two (px). */
const NAME_DISTANCE = 12;
const LETTER = 7;
const NARROW_NAME = 80;

/**
 * A picture with a handle that moves two sliders at once, by mouse, finger or keys: left and right for `x`, up and
 * down for `y`, with Shift ten steps. The two sliders do the same one at a time. `label` names the handle. It can be held
 * where both sliders can; else it only shows where they are.
 */
export function planeHandle({ x, y, label }: { x: Slider; y: Slider; label: string }): PlaneHandle {
  const canvas = element("div", { className: "canvas" });
  const handle = element("div", {
    className: "handle",
    attributes: { role: "slider", "aria-label": label, "aria-orientation": "horizontal" },
  });
  const rings = element("div", { className: "presets" });
  const away = takeAway({
    title: () => plane?.title ?? "",
    caption: () => "",
    svg: () => chart && withHeld(chart, rings, x, y),
    table: () => plane?.table() ?? [],
  });
  const root = element("div", { className: "plane" }, canvas, rings, handle, away);
  let plane: Plane | null = null;
  let chart: Chart | null = null;
  let drawnGround: Plane["ground"] | null = null;
  let drawnSize: Size | null = null;
  let overlay: SVGElement | null = null;

  const isHeld = () => x.held && y.held;
  const moveHandle = () => {
    showHeld(handle, isHeld());
    if (chart) handle.style.transform = `translate(${chart.x(x.value)}px, ${chart.y(y.value)}px)`;
    handle.setAttribute("aria-valuemin", String(x.min));
    handle.setAttribute("aria-valuemax", String(x.max));
    handle.setAttribute("aria-valuenow", String(x.value));
    handle.setAttribute("aria-valuetext", `${x.spoken}, ${y.spoken}`);
  };
  const redraw = whenSeen(canvas, (size) => {
    if (!plane) return;
    const isSameSize = size.width === drawnSize?.width && size.height === drawnSize.height;
    if (!chart || plane.ground !== drawnGround || !isSameSize) {
      chart = plane.ground(size);
      drawnGround = plane.ground;
      drawnSize = size;
      overlay = null;
      canvas.replaceChildren(chart.svg);
    }
    describe(chart.svg, plane.title);
    const next = plane.overlay(chart);
    if (overlay) become(overlay, next);
    else overlay = chart.svg.appendChild(next);
    showPresets(rings, plane.presets, chart, size, x, y);
    moveHandle();
    away.refresh();
  });

  handle.addEventListener("pointerdown", (event) => {
    if (!chart || !isHeld()) return;
    const placeOf = placesIn(canvas);
    const start = placeOf(event);
    const grip = { x: start.x - chart.x(x.value), y: start.y - chart.y(y.value) };
    const follow = (moved: PointerEvent) => {
      const place = placeOf(moved);
      if (chart) setBoth(x, y, chart.invert(place.x - grip.x, place.y - grip.y));
    };
    drag(handle, event, follow, () => [x, y].forEach((slider) => slider.commit()));
  });
  handle.addEventListener("keydown", (event) => {
    const slider = /^Arrow(Left|Right)$/.test(event.key) ? x : /^Arrow(Up|Down)$/.test(event.key) ? y : null;
    if (!slider || !isHeld()) return;
    event.preventDefault();
    slider.set(slider.nudged(/Right|Up/.test(event.key) ? 1 : -1, event.shiftKey));
    slider.commit();
  });
  for (const slider of [x, y]) {
    slider.addEventListener("input", moveHandle);
    slider.addEventListener("follow", moveHandle);
  }
  moveHandle();

  const show = (next: Plane) => {
    plane = next;
    redraw();
  };
  return Object.assign(root, { show });
}

/** Rounds to what the sliders would give, so that the handle and the sliders agree on every value. */
function setBoth(x: Slider, y: Slider, place: { x: number; y: number }): void {
  x.set(x.shifted(0, clamp(place.x, x)));
  y.set(y.shifted(0, clamp(place.y, y)));
}

function clamp(value: number, { min, max }: Slider): number {
  // Left of zero on a square-root axis there is no value at all.
  return Number.isNaN(value) ? min : Math.min(max, Math.max(min, value));
}

/**
 * The picture with the handle and the rings in it, which are elements of their own on the page: hidden there, for those
 * who take the picture away.
 */
function withHeld({ svg, ...scales }: Chart, rings: HTMLElement, x: Slider, y: Slider): SVGSVGElement {
  const group = svgElement("g", { class: "held-places" });
  svg.querySelector(".held-places")?.remove();
  for (const ring of rings.querySelectorAll<HTMLElement>(".preset:not([hidden])")) {
    const [cx = 0, cy = 0] = ring.style.translate.split(" ").map(parseFloat);
    const isLeft = ring.classList.contains("left");
    const name = svgElement("text", {
      class: "note",
      x: cx + (isLeft ? -NAME_DISTANCE : NAME_DISTANCE),
      y: cy + 5,
      "text-anchor": isLeft ? "end" : "start",
    });
    name.textContent = ring.textContent;
    group.append(svgElement("circle", { class: "ring", cx, cy, r: 5.5 }), name);
  }
  group.append(svgElement("circle", { class: "held", cx: scales.x(x.value), cy: scales.y(y.value), r: 9 }));
  svg.append(group);
  return svg;
}

/** Rings with underlined names; the one under the handle is not drawn. Buttons are kept, so that focus is too. */
function showPresets(
  root: HTMLElement,
  presets: readonly Preset[],
  chart: Chart,
  { width, narrow }: Size,
  x: Slider,
  y: Slider,
): void {
  while (root.childElementCount > presets.length) root.lastElementChild?.remove();
  presets.forEach(({ name, setting, side }, i) => {
    const button = (root.children[i] ??
      root.appendChild(element("button", { type: "button" }))) as HTMLButtonElement;
    const at = (slider: Slider) => setting.find(([target]) => target === slider)?.[1] ?? slider.value;
    if (button.textContent !== name) button.textContent = name;
    const place = { x: chart.x(at(x)), y: chart.y(at(y)) };
    const room = Math.min(narrow ? NARROW_NAME : Infinity, LETTER * name.length);
    const hasRoom = place.x + NAME_DISTANCE + room <= width;
    button.className = `preset ${side ?? (hasRoom ? "right" : "left")}`;
    button.hidden = Math.hypot(place.x - chart.x(x.value), place.y - chart.y(y.value)) < RING_CLEARANCE;
    button.disabled = !canHold(setting);
    button.onclick = () => applySetting(setting);
    button.style.translate = `${place.x}px ${place.y}px`;
  });
}
