/** Edits that outlive a reload, for as long as the tab is open and only if the reader asked for it. */
export interface KeptEdits {
  /** The texts by the ids of their cells; none where nothing is kept or what is kept is not ours. */
  read(): ReadonlyMap<number, string>;
  /** Whether the edits could be kept. */
  write(edits: ReadonlyMap<number, string>): boolean;
  clear(): void;
}

/** The edits of a notebook, in the session storage of the tab. */
export function keptEdits(file: string, storage: () => Storage = () => sessionStorage): KeptEdits {
  const key = `edits of ${file}`;
  return {
    read() {
      try {
        return new Map(entriesOf(JSON.parse(storage().getItem(key) ?? "[]")));
      } catch {
        return new Map();
      }
    },
    write(edits) {
      try {
        storage().setItem(key, JSON.stringify([...edits]));
        return true;
      } catch {
        // A frame without an origin has no storage; a full one takes no more.
        return false;
      }
    },
    clear() {
      try {
        storage().removeItem(key);
      } catch {
        // Where there is no storage, nothing is kept.
      }
    },
  };
}

function entriesOf(kept: unknown): readonly (readonly [number, string])[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (entry) => Array.isArray(entry) && typeof entry[0] === "number" && typeof entry[1] === "string",
  );
}
