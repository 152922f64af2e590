import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A browser that can be started: its program, and what its environment needs besides ours. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const COMMANDS = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome"];

const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser for tests: CHROMIUM_PATH if it is set, else an installed Chrome or Chromium, else on Linux x64 the one
 * that @sparticuz/chromium carries. Throws an Error that says what to install where there is none.
 */
export async function findBrowser(environment = process.env): Promise<Browser> {
  const named = environment.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH: no such file: ${named}`);
  const installed = named || findInstalled(environment.PATH ?? "");
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return packagedBrowser();
  throw new Error("no browser found: install Google Chrome or Chromium, or set CHROMIUM_PATH to its program");
}

function findInstalled(path: string): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  const programs = folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...programs, ...APPLICATIONS].find((program) => existsSync(program));
}

// By their paths: Vitest's global setup, where this runs first, has no import.meta.resolve.
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
const packaged = join(modules, "@sparticuz/chromium");
const unpacked = join(modules, ".cache/chromium");

/** The browser of the npm package, unpacked once; with the libraries that it carries if it does not start without. */
export async function packagedBrowser(): Promise<Browser> {
  if (!existsSync(join(unpacked, "chromium"))) await unpack();
  const executablePath = join(unpacked, "chromium");
  const fonts: Browser["env"] = existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(unpacked, "fonts") };
  const libraries = join(unpacked, "al2023/lib");
  const inherited = process.env.LD_LIBRARY_PATH;
  const withLibraries = { LD_LIBRARY_PATH: inherited ? `${libraries}${delimiter}${inherited}` : libraries };
  for (const env of [fonts, { ...fonts, ...withLibraries }]) {
    const { status } = spawnSync(executablePath, ["--version"], { env: { ...process.env, ...env } });
    if (status === 0) return { executablePath, env };
  }
  throw new Error(
    "the packaged Chromium does not start here: install Google Chrome or Chromium (libnss3 may do)",
  );
}

/** Unpacks into a folder of its own, which takes its name when it is complete: two runs do not disturb each other. */
async function unpack(): Promise<void> {
  mkdirSync(dirname(unpacked), { recursive: true });
  const folder = mkdtempSync(`${unpacked}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    const { inflate } = await import(pathToFileURL(join(packaged, "build/esm/lambdafs.js")).href);
    await inflate(join(packaged, "bin/al2023.tar.br"));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(folder, unpacked);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
}
