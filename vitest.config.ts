import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const kit = fileURLToPath(new URL("node_modules/@observablehq/notebook-kit/dist/src/", import.meta.url));

/** The tests that need the built site or a browser, which take seconds to get ready; others start at once. */
const pages = ["test/build/**/*.test.ts", "test/page/**/*.test.ts", "test/notebooks/**/*.test.ts"];

/** What takes longest, which would else be left to run alone at the end. */
const longest = ["pages.test.ts", "conformance.test.ts", "editor.test.ts", "everyone.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShort = ({ moduleId }: TestSpecification) =>
      !longest.some((name) => moduleId.endsWith(`/${name}`));
    const sorted = await super.sort(files);
    return sorted.sort((a, b) =>
      a.project.name === b.project.name ? Number(isShort(a)) - Number(isShort(b)) : 0,
    );
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^observable:/, replacement: kit }] },
  test: {
    // Files of tests share a process, and with it the loaded compilers; no test leaves anything behind.
    isolate: false,
    // While one file waits for a page, the other computes: on two cores Vitest would take one process by itself.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Only for what never ends: how long things take is for the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: "library", include: ["test/**/*.test.ts"], exclude: pages } },
      {
        extends: true,
        // A browser on a machine that is busy with other work may miss a time limit once; what is broken fails twice.
        test: { name: "pages", include: pages, globalSetup: ["test/support/site.ts"], retry: 1 },
      },
    ],
  },
});
