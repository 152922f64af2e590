/** The files that the notebook names, and their addresses in the site. */
const addresses = new Map<string, string>();

/** Makes the files known: names as in the notebook, addresses relative to the page. */
export function registerFiles(files: Readonly<Record<string, string>>): void {
  for (const [name, address] of Object.entries(files)) addresses.set(name, address);
}

/** A file of the notebook, fetched when it is read. */
export interface NotebookFile {
  readonly name: string;
  url(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
  json(): Promise<unknown>;
}

/** FileAttachment("../data/x.bin"). Throws an Error for a name that the build has not seen. */
export function fileAttachment(name: string): NotebookFile {
  const address = addresses.get(name);
  if (address === undefined) throw new Error(`file not found: ${name}`);
  const url = new URL(address, document.baseURI).href;
  const read = async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`file could not be loaded: ${name} (${response.status})`);
    return response;
  };
  return {
    name,
    url: async () => url,
    arrayBuffer: async () => (await read()).arrayBuffer(),
    text: async () => (await read()).text(),
    json: async () => (await read()).json(),
  };
}
