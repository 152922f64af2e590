/**
 * What a cell sees without an import. Each export is the definition of one builtin for the runtime; the build takes
 * along only those that a notebook names. (`display`, `view`, `invalidation` and `visibility` come with the
 * runtime, `FileAttachment` knows the notebook's files through page/files.ts.)
 */
import * as generators from "observable:runtime/stdlib/generators/index.js";
import { Mutable as mutable } from "observable:runtime/stdlib/mutable.js";
import { fileAttachment } from "./files.ts";
import { texElement } from "./tex.ts";

export const Generators = () => generators;
export const Mutable = () => mutable;
export const FileAttachment = () => fileAttachment;
export const tex = () => texElement;
export const now = () => generators.now();
export const dark = () => generators.dark();
export const width = () => generators.width(document.querySelector("main") ?? document.body);
