import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `vite build` puts the client's files; served under /assets with names that carry a hash. */
export const CLIENT_FOLDER = join(import.meta.dirname, '../../dist/client');

interface ManifestEntry {
  file: string;
}

let manifest: Readonly<Record<string, ManifestEntry>> | undefined;

const read = (): Readonly<Record<string, ManifestEntry>> => {
  try {
    return JSON.parse(readFileSync(join(CLIENT_FOLDER, '.vite/manifest.json'), 'utf8')) as Record<
      string,
      ManifestEntry
    >;
  } catch (error) {
    throw new Error('The client is not built. Run `npm run build` first.', { cause: error });
  }
};

/** Address of a built client file, by its source path. */
export const asset = (source: string): string => {
  manifest ??= read();
  const entry = manifest[source];
  if (entry === undefined) throw new Error(`${source} is not part of the client build.`);
  return `/${entry.file}`;
};
