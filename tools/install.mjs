/**
 * Installs the packages of package-lock.json when node_modules does not match it, and says nothing otherwise.
 * Runs before every npm script, so that a fresh clone needs no other command. Node built-ins only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The packages that a lock file lists: path in the project -> {version, optional, …}. */
function lockedPackages(file) {
  return existsSync(root + file) ? JSON.parse(readFileSync(root + file, "utf8")).packages : {};
}

/** Whether every package that is not optional is installed in its locked version (npm notes what it installed). */
function isInstalled() {
  const installed = lockedPackages("node_modules/.package-lock.json");
  return Object.entries(lockedPackages("package-lock.json")).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

if (!isInstalled()) {
  console.log("Installing the packages of package-lock.json …");
  const { status } = spawnSync("npm", ["ci"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exitCode = status ?? 1;
}
