import { spawnSync } from "node:child_process";

/** Whether there is a python3 that has a package. */
export function pythonHas(name: string): boolean {
  return spawnSync("python3", ["-c", `import ${name}`]).status === 0;
}

/** Runs pieces of Python one after the other in one process, and gives what each leaves in its list `losses`. */
const RUNNER = `
import contextlib, io, json, sys
curves = []
for code in json.load(sys.stdin):
    scope = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, scope)
    curves.append([float(loss) for loss in scope["losses"]])
print(json.dumps(curves))
`;

/** The lists `losses` of pieces of Python; `path` is where python3 looks for modules first. Throws with what Python says. */
export function lossesInPython(codes: readonly string[], path?: string): number[][] {
  const { status, stdout, stderr } = spawnSync("python3", ["-c", RUNNER], {
    input: JSON.stringify(codes),
    env: { ...process.env, ...(path === undefined ? {} : { PYTHONPATH: path }) },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as number[][];
}
