import { formatCount, formatNumber } from "../figures/number-format.ts";
import { ratioCurves } from "../figures/ratio-curves.ts";
import type { Judgement } from "../lib/theorems/theorem.ts";
import type { Picture } from "./figure.ts";

/** What was measured and the bound above it, with how far apart they are at the end. `name` is that of the quantity, `colour` one of the page. */
export function boundPicture({ measured, claim }: Judgement, name: string, colour: string): Picture {
  const apart = (claim.at(-1) ?? NaN) / (measured.at(-1) ?? NaN);
  return {
    title: `After ${formatCount(measured.length - 1)} steps the bound is ${formatNumber(apart)} times what is measured`,
    drawing: () =>
      ratioCurves({
        name,
        decades: 12,
        curves: [
          { name: "measured", values: measured, colour, role: "held" },
          { name: "bound", values: claim, colour, role: "bound" },
        ],
      }),
  };
}
