/**
 * One mode of a method with a constant setting: x_{t+1} = s·x_t − d·x_{t−1}, where s and d, the trace and the determinant of its
 * 2 × 2 block, depend on z = ηλ and β only. z any number, β in [0, 1]. O(1).
 */
export interface ModeRecursion {
  readonly name: string;
  trace(z: number, momentum: number): number;
  determinant(z: number, momentum: number): number;
}

/** x_{t+1} = (1 − z)x_t; the momentum is ignored. */
export const gradientDescentRecursion: ModeRecursion = {
  name: "gradient descent",
  trace: (z) => 1 - z,
  determinant: () => 0,
};

/** x_{t+1} = (1 + β − z)x_t − βx_{t−1}. */
export const heavyBallRecursion: ModeRecursion = {
  name: "heavy ball",
  trace: (z, momentum) => 1 - z + momentum,
  determinant: (_, momentum) => momentum,
};

/** x_{t+1} = (1 − z)((1 + β)x_t − βx_{t−1}); the same as a heavy ball at z with momentum β(1 − z). */
export const nesterovRecursion: ModeRecursion = {
  name: "Nesterov",
  trace: (z, momentum) => (1 - z) * (1 + momentum),
  determinant: (z, momentum) => (1 - z) * momentum,
};
