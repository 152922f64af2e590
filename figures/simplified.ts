/** By how much a line may miss a point that it leaves out (CSS pixels): less than shows, also on a wall. */
export const TOLERANCE = 0.1;

/** What a path is drawn on. */
export type Pen = Pick<CanvasPath, "moveTo" | "lineTo" | "closePath">;

/**
 * Straight lines from point to point, as a curve for d3 and Plot, without the points that a line passes anyway: the path is
 * never further from one than TOLERANCE. A smooth curve keeps a tenth of its points, an edge all that it needs.
 */
export function simplified(pen: Pen): Simplified {
  return new Simplified(pen);
}

class Simplified {
  readonly #pen: Pen;
  /** 0 and 1: the first and the second side of an area; NaN: a line. */
  #side = NaN;
  #xs: number[] = [];
  #ys: number[] = [];

  constructor(pen: Pen) {
    this.#pen = pen;
  }

  areaStart(): void {
    this.#side = 0;
  }

  areaEnd(): void {
    this.#side = NaN;
  }

  lineStart(): void {
    this.#xs = [];
    this.#ys = [];
  }

  point(x: number, y: number): void {
    this.#xs.push(x);
    this.#ys.push(y);
  }

  lineEnd(): void {
    const [x = NaN] = this.#xs;
    const [y = NaN] = this.#ys;
    if (this.#side === 1) this.#pen.lineTo(x, y);
    else this.#pen.moveTo(x, y);
    drawOn(this.#pen, this.#xs, this.#ys);
    // A point by itself is a dot, where the ends of a stroke are round.
    if (this.#side === 1 || (Number.isNaN(this.#side) && this.#xs.length === 1)) this.#pen.closePath();
    this.#side = 1 - this.#side;
  }
}

/**
 * Lines from the first point on. From the last point drawn, the directions that pass all points since within the tolerance
 * lie between two, `left` and `right`; a point outside of these, or nearer than the one before, as at a peak, has that one drawn
 * first (the sleeve of Imai and Iri). O(1) a point.
 */
function drawOn(pen: Pen, xs: readonly number[], ys: readonly number[]): void {
  let from = 0;
  let reached = 0;
  let isOpen = true;
  let leftX = 0;
  let leftY = 0;
  let rightX = 0;
  let rightY = 0;
  for (let i = 1; i < xs.length; i++) {
    let dx = at(xs, i) - at(xs, from);
    let dy = at(ys, i) - at(ys, from);
    let distance = Math.sqrt(dx * dx + dy * dy);
    const isPassed = isOpen || (rightX * dy >= rightY * dx && dx * leftY >= dy * leftX);
    if (i > from + 1 && (distance < reached || !isPassed)) {
      from = i - 1;
      pen.lineTo(at(xs, from), at(ys, from));
      dx = at(xs, i) - at(xs, from);
      dy = at(ys, i) - at(ys, from);
      distance = Math.sqrt(dx * dx + dy * dy);
      isOpen = true;
    }
    reached = distance;
    // What is so near is passed in every direction.
    if (distance <= TOLERANCE) continue;
    const sine = TOLERANCE / distance;
    const cosine = Math.sqrt(1 - sine * sine);
    const toLeftX = cosine * dx - sine * dy;
    const toLeftY = cosine * dy + sine * dx;
    if (isOpen || toLeftX * leftY > toLeftY * leftX) {
      leftX = toLeftX;
      leftY = toLeftY;
    }
    const toRightX = cosine * dx + sine * dy;
    const toRightY = cosine * dy - sine * dx;
    if (isOpen || rightX * toRightY > rightY * toRightX) {
      rightX = toRightX;
      rightY = toRightY;
    }
    isOpen = false;
  }
  if (xs.length > 1) pen.lineTo(at(xs, xs.length - 1), at(ys, xs.length - 1));
}

const at = (values: readonly number[], i: number) => values[i] ?? NaN;
