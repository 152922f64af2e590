/** One colour and one name per method, in every figure. A bound has its method's colour, thin and dashed. */
export type MethodName = "gradientDescent" | "heavyBall" | "nesterov" | "chebyshev" | "conjugateGradient";

export const methodStyle: Record<MethodName, { readonly name: string; readonly colour: string }> = {
  gradientDescent: { name: "gradient descent", colour: "var(--gd)" },
  heavyBall: { name: "heavy ball", colour: "var(--hb)" },
  nesterov: { name: "Nesterov", colour: "var(--nag)" },
  // For reference only, in ink: a sixth hue could not be told from the others by everyone.
  chebyshev: { name: "Chebyshev", colour: "var(--ink)" },
  conjugateGradient: { name: "conjugate gradient", colour: "var(--ink-2)" },
};

export const curveWidth = 2.25;
export const heldCurveWidth = 2.75;
export const companionWidth = 1.25;
export const boundStroke = { strokeWidth: 1.5, strokeDasharray: "6 4" } as const;
export const printedBoundStroke = { strokeWidth: 1.5, strokeDasharray: "2 3.5" } as const;
