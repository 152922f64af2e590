/** A paper whose statements the project checks; the key is the name of its folder. */
export interface Reference {
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  readonly venue: string;
  readonly url: string;
  /** Whether the venue has published it: in its proceedings, that is. */
  readonly published: boolean;
  /** Which text of it was read, as far as that text tells. Others were not. */
  readonly read: string;
}

/** Every paper by its key. */
export const references = {
  "bu-2021": {
    authors: ["Zhiqi Bu", "Shiyun Xu", "Kan Chen"],
    year: 2021,
    title: "A Dynamical View on Optimization Algorithms of Overparameterized Neural Networks",
    venue: "International Conference on Artificial Intelligence and Statistics (AISTATS)",
    url: "https://arxiv.org/abs/2010.13165",
    published: true,
    read: "a text without a version number",
  },
  "liu-2022": {
    authors: ["Xin Liu", "Wei Tao", "Wei Li", "Dazhi Zhan", "Jun Wang", "Zhisong Pan"],
    year: 2022,
    title:
      "Provable Acceleration of Nesterov's Accelerated Gradient Method over Heavy Ball Method in Training Over-Parameterized Neural Networks",
    venue: "arXiv 2208.03941",
    url: "https://arxiv.org/abs/2208.03941",
    published: false,
    read: "a shorter text, which names arXiv 2208.03941 as its full version",
  },
  /** The first version of the paper of 2021, before its authors withdrew Lemma 3. */
  "wang-2020": {
    authors: ["Anonymous"],
    year: 2020,
    title: "Provable Acceleration of Wide Neural Net Training via Polyak's Momentum",
    venue: "Under review at the International Conference on Learning Representations (ICLR 2021)",
    url: "https://arxiv.org/abs/2010.01618v1",
    published: false,
    read: "the anonymous text under review, which the later paper calls arXiv v1",
  },
  "wang-2021": {
    authors: ["Jun-Kun Wang", "Chi-Heng Lin", "Jacob Abernethy"],
    year: 2021,
    title:
      "A Modular Analysis of Provable Acceleration via Polyak's Momentum: Training a Wide ReLU Network and a Deep Linear Network",
    venue: "International Conference on Machine Learning (ICML)",
    url: "https://arxiv.org/abs/2010.01618",
    published: true,
    read: "a text without a version number that corrects arXiv v1",
  },
  "zou-2020": {
    authors: ["Difan Zou", "Philip M. Long", "Quanquan Gu"],
    year: 2020,
    title: "On the Global Convergence of Training Deep Linear ResNets",
    venue: "International Conference on Learning Representations (ICLR)",
    url: "https://arxiv.org/abs/2003.01094",
    published: true,
    read: "a text without a version number",
  },
} as const satisfies Record<string, Reference>;

export type PaperKey = keyof typeof references;
