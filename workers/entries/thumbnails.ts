import { expose } from "../../page/expose.ts";
import type { Theorem } from "../../lib/theorems/theorem.ts";
import { thumbnail, type Thumbnail } from "../../lib/theorems/thumbnail.ts";

/** The thumbnails of theorems, which are named by their ids, one after the other; see `thumbnail`. Yields all there are so far. */
export async function* thumbnails(
  ids: readonly string[],
): AsyncGenerator<readonly Thumbnail[], readonly Thumbnail[]> {
  const done: Thumbnail[] = [];
  for (const id of ids) {
    yield done;
    const [paper, statement] = id.split("/");
    done.push(thumbnail((await import(`../../lib/theorems/${paper}/${statement}.ts`)) as Theorem<object>));
  }
  return done;
}

expose(thumbnails);
