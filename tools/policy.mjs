/**
 * The Content-Security-Policies of the pages, in one place. Nothing is allowed but what a kind of page needs, each with
 * its reason; no third origin and no eval anywhere.
 */
import { createHash } from "node:crypto";

/**
 * What is allowed, by kind of page. Everywhere `style-src-attr 'unsafe-inline'`: KaTeX places the parts of a formula by
 * style attributes. Images may be data, since a figure on its way to a PNG is one.
 */
const KINDS = {
  /** A page of the site: its own files only. */
  page: {
    "script-src": "'self'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
  },
  /** A page whose cells can be edited: what is edited becomes a module of a blob, and the editor adds style sheets. */
  edit: {
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
  },
  /** A single file, which can be edited: all is in it, and it may ask nothing of anyone. */
  single: {
    "script-src": "blob:",
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    "img-src": "data:",
    "connect-src": "data: blob:",
    "worker-src": "blob:",
  },
  /** A theorem in a frame of someone else's page: as a single file, and cannot be edited. */
  embed: {
    "script-src": "",
    "style-src": "'unsafe-inline'",
    "font-src": "data:",
    "img-src": "data:",
    "connect-src": "data:",
    "worker-src": "blob:",
  },
  /** A page of the library's interface, by TypeDoc, whose script adds style sheets and whose one inline script is allowed by its hash. */
  api: {
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
  },
  /** A page that only leads to another. */
  redirect: {},
};

/**
 * The policy of a kind of page, for a meta element. Inline scripts are allowed one by one: those whose texts are given,
 * exactly as they stand between their tags, by their hash; an injected one does not run.
 *
 * @param {keyof typeof KINDS} kind
 * @param {readonly string[]} inlineScripts
 */
export function policyFor(kind, inlineScripts = []) {
  const hashes = inlineScripts.map(
    (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  const allowed = { ...KINDS[kind] };
  if (hashes.length > 0) allowed["script-src"] = [allowed["script-src"], ...hashes].filter(Boolean).join(" ");
  const directives = Object.entries(allowed).filter(([, sources]) => sources);
  return [
    "default-src 'none'",
    ...directives.map(([name, sources]) => `${name} ${sources}`),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
