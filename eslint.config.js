import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { parseNotebook } from "./tools/notebook.mjs";
import { virtualModule } from "./tools/virtual.mjs";

/** Same inputs, same numbers: time and chance enter the mathematics as arguments only. */
const repeatable = {
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: "Take a Random (lib/random.ts) as an argument." },
    { object: "Date", property: "now", message: "Nothing here may depend on the time." },
  ],
};

/** Notebooks are linted as virtual modules whose lines and columns are those of the file. */
const notebooks = {
  meta: { name: "notebooks" },
  preprocess: (source, file) => [
    { filename: "cells.ts", text: virtualModule(parseNotebook(file, source), "page/notebook-globals") },
  ],
  postprocess: (messages) => messages.flat(),
};

export default defineConfig(
  { ignores: ["dist/", "dist-lib/", "node_modules/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.mjs", "**/*.js"],
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["lib/**", "figures/**", "test/**", "notebooks/**"], rules: repeatable },
  { files: ["notebooks/*.html"], processor: notebooks },
  {
    files: ["notebooks/*.html/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-vars": "off",
      "@typescript-eslint/no-unused-expressions": "off",
    },
  },
);
