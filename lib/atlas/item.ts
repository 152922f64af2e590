/** The methods that a reader may look for. Each has its flow with it. */
export type ItemMethod = "gradientDescent" | "heavyBall" | "nesterov" | "stochastic";

/**
 * One numbered thing of a paper (a theorem, a figure, an equation that has a verdict of its own) and where it lives here: a node of the map.
 * Every item has a statement, a place or a reason.
 */
export interface Item {
  /** As printed: "Theorem 12", "Figure 1". Unique within its paper. */
  readonly number: string;
  /** What it says or shows, in a few plain words. */
  readonly says: string;
  /** Which methods it speaks of; none, for what serves all of them. */
  readonly methods?: readonly ItemMethod[];
  /** Ids of the theorem files that state, check and measure it; they may belong to another paper that says the same. */
  readonly statements: readonly string[];
  /** The items of the same paper that its proof rests on, as far as the paper says so. */
  readonly uses: readonly string[];
  /** The notebook that shows it, by the name of its file, where no statement does. */
  readonly notebook?: string;
  /** Why nothing runs, or what else there is to know. */
  readonly note?: string;
}
