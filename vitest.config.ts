import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const kit = fileURLToPath(new URL("node_modules/@observablehq/notebook-kit/dist/src/", import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^observable:/, replacement: kit }] },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/site.ts"],
    // Files of tests share a process, and with it the loaded compilers; no test leaves anything behind.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
