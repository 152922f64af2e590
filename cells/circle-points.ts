import { describe, type Chart, type Size } from "../figures/chart.ts";
import { circleSide, placeOn, unitCircle } from "../figures/unit-circle.ts";
import { linked } from "../page/link.ts";
import { whenSeen } from "./canvas.ts";
import { drag, placesIn } from "./drag.ts";
import { element } from "./element.ts";
import { readNumber } from "./read-number.ts";

export interface CirclePointsOptions {
  /** The key in the link. */
  readonly key: string;
  /** What the points are: "Data on a circle". */
  readonly name: string;
  /** Angles in whole degrees from the right, counter-clockwise. */
  readonly angles: readonly number[];
  /** How few and how many points there may be. */
  readonly least: number;
  readonly most: number;
}

/** Points on the unit circle; a view: `value` (their angles in degrees) and `input` events. */
export interface CirclePoints extends HTMLElement {
  readonly value: readonly number[];
}

const FULL = 360;
/** Keys with Shift take steps of so many degrees. */
const LARGE_STEP = 10;

/**
 * Points that are held on a circle, by mouse, finger or keys, each a slider of its angle; buttons add and remove one.
 * The angles live in the link, which may fix them.
 */
export function circlePoints({ key, name, angles, least, most }: CirclePointsOptions): CirclePoints {
  const state = linked<readonly number[]>({
    key,
    initial: angles,
    read: (text) => ({ value: readAngles(key, text, least, most) }),
    write: (values) => values.join(","),
    restore: (values) => assign(values),
  });
  let value = state.opening;
  let chart: Chart | null = null;
  const canvas = element("div", { className: "canvas" });
  const handles = element("div", { className: "circle-handles" });
  const count = (text: string, act: () => readonly number[]) =>
    element("button", { type: "button", className: "quiet", onclick: () => change(act()) }, text);
  const add = count("Add a point", () => [...value, freeAngle(value)]);
  const remove = count("Remove the last", () => value.slice(0, -1));
  const root = element(
    "div",
    { className: "circle-points", attributes: { role: "group", "aria-label": name } },
    element("div", { className: "circle" }, canvas, handles),
    element("div", { className: "actions" }, add, remove),
  );

  const show = () => {
    while (handles.childElementCount > value.length) handles.lastElementChild?.remove();
    while (handles.childElementCount < value.length) handles.append(handle(handles.childElementCount));
    add.disabled = !state.held || value.length >= most;
    remove.disabled = !state.held || value.length <= least;
    value.forEach((angle, i) => {
      const root = handles.children[i] as HTMLElement;
      root.setAttribute("aria-valuenow", String(angle));
      root.setAttribute("aria-valuetext", `point ${i + 1} at ${angle}°`);
      const { x, y } = placeOn(angle);
      if (chart) root.style.transform = `translate(${chart.x(x)}px, ${chart.y(y)}px)`;
    });
  };
  const draw = (size: Size) => {
    chart = unitCircle(value, size);
    canvas.replaceChildren(describe(chart.svg, `${name}: ${value.map((angle) => `${angle}°`).join(", ")}`));
    show();
  };
  const redraw = whenSeen(canvas, draw, circleSide);
  const assign = (next: readonly number[]): void => {
    value = next;
    show();
    redraw();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const change = (next: readonly number[]) => {
    assign(next);
    state.keep(next);
  };
  const turn = (i: number, angle: number) => assign(value.with(i, wrapped(angle)));

  const handle = (i: number): HTMLElement => {
    const root = element("div", {
      className: "handle",
      attributes: {
        role: "slider",
        "aria-label": `Angle of point ${i + 1}`,
        "aria-valuemin": "0",
        "aria-valuemax": String(FULL - 1),
        "aria-disabled": String(!state.held),
      },
    });
    if (!state.held) return root;
    root.tabIndex = 0;
    root.addEventListener("pointerdown", (event) => {
      const placeOf = placesIn(canvas);
      const follow = (moved: PointerEvent) => {
        const place = placeOf(moved);
        const at = chart?.invert(place.x, place.y);
        if (at) turn(i, (Math.atan2(at.y, at.x) * 180) / Math.PI);
      };
      drag(root, event, follow, () => state.keep(value));
    });
    root.addEventListener("keydown", (event) => {
      const direction = /^Arrow(Up|Left)$/.test(event.key)
        ? 1
        : /^Arrow(Down|Right)$/.test(event.key)
          ? -1
          : 0;
      if (direction === 0) return;
      event.preventDefault();
      change(value.with(i, wrapped((value[i] ?? 0) + direction * (event.shiftKey ? LARGE_STEP : 1))));
    });
    return root;
  };

  show();
  redraw();
  return Object.defineProperties(root, { value: { get: () => value } }) as unknown as CirclePoints;
}

/** A whole number of degrees in [0, 360). */
function wrapped(degrees: number): number {
  return ((Math.round(degrees) % FULL) + FULL) % FULL;
}

/** The middle of the widest gap. */
function freeAngle(angles: readonly number[]): number {
  const sorted = [...angles].sort((a, b) => a - b);
  let [middle, widest] = [0, -1];
  sorted.forEach((angle, i) => {
    const gap = i + 1 < sorted.length ? (sorted[i + 1] ?? 0) - angle : (sorted[0] ?? 0) + FULL - angle;
    if (gap > widest) [middle, widest] = [wrapped(angle + gap / 2), gap];
  });
  return middle;
}

function readAngles(key: string, text: string, least: number, most: number): readonly number[] {
  const angles = text.split(",").map(readNumber);
  const fits =
    angles.length >= least &&
    angles.length <= most &&
    angles.every((angle) => Number.isInteger(angle) && angle >= 0 && angle < FULL);
  if (!fits)
    throw new RangeError(
      `${key} must be ${least} to ${most} whole numbers of degrees below ${FULL}: ${text.slice(0, 40)}`,
    );
  return angles;
}
