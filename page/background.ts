/** How long no run may have gone on that the reader waits for, until what is in the background begins (ms): the next move of a drag comes sooner. */
const QUIET = 150;

let awaited = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
const waiting = new Set<() => void>();

/** Says that a run that the reader waits for begins; returns what says, once, that it has ended. */
export function awaitedRun(): () => void {
  awaited++;
  if (timer !== null) clearTimeout(timer);
  timer = null;
  let hasEnded = false;
  return () => {
    if (hasEnded) return;
    hasEnded = true;
    if (--awaited === 0) timer = setTimeout(beginWaiting, QUIET);
  };
}

/** Calls `begin` as soon as no run goes on that the reader waits for, at once if none does; returns what calls it off. */
export function whenQuiet(begin: () => void): () => void {
  if (awaited === 0 && timer === null) begin();
  else waiting.add(begin);
  return () => waiting.delete(begin);
}

function beginWaiting(): void {
  timer = null;
  const begins = [...waiting];
  waiting.clear();
  for (const begin of begins) begin();
}
