/** Serves the notebooks on this machine, builds again when a file changes, and tells open pages to refresh. */
import { existsSync, watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** Changes that come within this time of each other make one build (ms). */
const SETTLE = 40;

const MIME = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * Calls build() now and whenever something changes in the folders, and serves what it writes to outdir, on the port
 * or, where that is taken, on a free one. A build that fails is shown in the terminal and in open pages. Returns
 * {url, close}.
 */
export async function serve({ build, make = async () => null, folders, outdir, port }) {
  const pages = openPages();
  const rebuild = async () => {
    const start = performance.now();
    try {
      await build();
      console.log(`built in ${Math.round(performance.now() - start)} ms`);
      pages.tell("built");
    } catch (error) {
      const text = error.name === "BuildError" ? error.message : error.stack;
      console.error(text);
      pages.tell("broken", text);
    }
  };
  await rebuild();
  const server = await listen(createServer(siteHandler(outdir, pages, make)), port);
  const watchers = watchFolders(folders, rebuild);
  const close = () => {
    for (const watcher of watchers) watcher.close();
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${server.address().port}/`, close };
}

/**
 * A handler of requests for the files of a folder. With `pages`, html gets the script that refreshes it, which is at
 * /refresh.js since a page runs no inline script, and /events is the stream of news that this script listens to.
 * `make` gives the html of a path that is made when it is asked for, null for others; it is served as it is.
 */
export function siteHandler(folder, pages = null, make = async () => null) {
  return async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pages && pathname === "/events") return pages.join(response);
    if (pages && pathname === "/refresh.js") return answer(response, 200, MIME[".js"], `(${refresh})();`);
    const path = filePath(pathname);
    const made = path && (await make(path.slice(1)).catch(() => null));
    if (made) return answer(response, 200, MIME[".html"], made);
    const contents = path && (await readFile(join(folder, path)).catch(() => null));
    const isHtml = !contents || extname(path) === ".html";
    const type = MIME[isHtml ? ".html" : extname(path)] ?? "application/octet-stream";
    const body = contents ?? NOT_FOUND;
    answer(response, contents ? 200 : 404, type, pages && isHtml ? withRefresh(String(body)) : body);
  };
}

function answer(response, status, type, contents) {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-cache" });
  response.end(contents);
}

/** The file that an address means, within the folder; null for an address that is not well formed. */
function filePath(pathname) {
  try {
    return normalize(decodeURIComponent(pathname)) + (pathname.endsWith("/") ? "index.html" : "");
  } catch {
    return null;
  }
}

/** Listens on the port of this machine, or on a free one where it is taken (or 0). */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** The pages that are open: they hear of every build, and of the last one when they join while it is broken. */
function openPages() {
  const responses = new Set();
  let last = null;
  return {
    join(response) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(last?.startsWith("event: broken") ? last : "\n");
      responses.add(response);
      response.on("close", () => responses.delete(response));
    },
    tell(event, text = "") {
      last = `event: ${event}\ndata: ${JSON.stringify(text)}\n\n`;
      for (const response of responses) response.write(last);
    },
  };
}

/** Builds one after the other, each after all the changes that came while the last one ran. */
function watchFolders(folders, changed) {
  let timer;
  let running = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(changed)), SETTLE);
  };
  return folders.filter(existsSync).map((folder) => watch(folder, { recursive: true }, soon));
}

const NOT_FOUND = `<!doctype html>\n<html lang="en">\n<title>Not found</title>\n<body>There is no such page.</body>\n`;

/** The page with the script that refreshes it (its address stays) or shows what is wrong with the build. */
function withRefresh(html) {
  return html.replace(/<html/, "<html data-serve") + `<script type="module" src="/refresh.js"></script>\n`;
}

/* global document, location, EventSource -- this function runs in the page */
function refresh() {
  const events = new EventSource("/events");
  events.addEventListener("built", () => location.reload());
  events.addEventListener("broken", ({ data }) => {
    const note = document.getElementById("build-error") ?? document.createElement("pre");
    note.id = "build-error";
    note.setAttribute("role", "alert");
    note.style.cssText =
      "position:fixed;inset:auto 0 0;z-index:9;margin:0;padding:16px;overflow:auto;max-height:60vh;" +
      "background:#1a1c20;color:#e9e8e3;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap";
    note.textContent = JSON.parse(data);
    document.body.append(note);
  });
}
