/** Makes a compiled cell run: finds what it imports, and turns its source into functions. */
import { CellError } from "../cell-error.ts";
import type { CellCode, CellDefinition } from "../start.ts";
import type { CompiledCell, CompiledDefinition, ImportedName } from "./compile-cell.ts";
import { timeLimit } from "./time-limit.ts";

type Modules = ReadonlyMap<string, object>;

/** Where a cell runs. */
export interface CellPlace {
  /** The path of the notebook's file, to which its imports are relative. */
  readonly file: string;
  modules(): Promise<Modules>;
  /** Hears when the cell was stopped since it went on for too long. */
  stopped(error: Error): void;
}

/**
 * The cell as the page can run it. Its functions come as a module of a blob, which the policy of the page has to
 * allow; nothing is passed to eval. Throws a CellError for an import that is not there.
 */
export async function runnableCell(
  id: number,
  { imports, definitions }: CompiledCell,
  place: CellPlace,
): Promise<CellCode> {
  const modules = imports.length > 0 ? await place.modules() : null;
  const values = imports.map((each) => [each.local, importedValue(each, modules!, place.file)] as const);
  const bodies = await functionsOf(definitions);
  const tick = timeLimit(place.stopped);
  const load = async (specifier: string) => moduleAt(specifier, await place.modules(), place.file);
  return {
    id,
    imports: Object.fromEntries(values.filter(([local]) => local !== "")),
    definitions: definitions.map((each, i) => withGuards(each, bodies[i]!, tick, load)),
  };
}

/** The cell's own inputs are those that do not guard it. */
function withGuards(
  { guards, body: _source, inputs, ...rest }: CompiledDefinition,
  body: (...values: readonly unknown[]) => unknown,
  tick: (line: number) => void,
  load: (specifier: string) => Promise<object>,
): CellDefinition {
  const given = new Map<string, unknown>([
    [guards.tick, tick],
    [guards.load, load],
  ]);
  const own = inputs.filter((name) => !given.has(name));
  const call = (...values: readonly unknown[]) => {
    const named = new Map([...own.map((name, i) => [name, values[i]] as const), ...given]);
    return body(...inputs.map((name) => named.get(name)));
  };
  return { ...rest, inputs: own, body: call };
}

async function functionsOf(
  definitions: readonly CompiledDefinition[],
): Promise<readonly ((...values: readonly unknown[]) => unknown)[]> {
  if (definitions.length === 0) return [];
  const source = `export default [\n${definitions.map(({ body }) => body).join(",\n")}\n];`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    const module = await import(address);
    return module.default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function importedValue({ specifier, name, offset }: ImportedName, modules: Modules, file: string): unknown {
  try {
    const module = moduleAt(specifier, modules, file);
    if (name === "*") return module;
    if (name in module) return module[name as keyof typeof module];
    throw new Error(`${specifier} exports no ${name}`);
  } catch (error) {
    throw new CellError((error as Error).message, offset);
  }
}

function moduleAt(specifier: string, modules: Modules, file: string): object {
  const isRelative = /^\.\.?\//.test(specifier);
  const path = isRelative ? new URL(specifier, `file:///${file}`).pathname.slice(1) : specifier;
  const module = modules.get(path) ?? modules.get(`npm:${path}`);
  if (!module) throw new Error(`there is no module “${specifier}” that this page could import`);
  return module;
}
