declare module "minimize-powell" {
  /** Powell's method, with golden sections along the lines; `maxIter` − 1 rounds of them. Leaves `start` alone. */
  export default function minimizePowell(
    objective: (x: readonly number[]) => number,
    start: readonly number[],
    options: {
      readonly maxIter: number;
      readonly lineTolerance: number;
      readonly bounds: readonly (readonly [number, number])[];
    },
  ): number[];
}
