import type { EnvironmentName } from '../../model/evidence/env.ts';
import type { ManualEdit } from '../../model/evidence/hosting.ts';
import { isEnvFile } from '../env/file-name.ts';
import type { Language } from '../env/uses/mark-code.ts';
import { namedInCode } from './domains/in-code.ts';
import { domainsIn } from './domains/in-pages.ts';
import { isServerFile, servedIn } from './domains/in-servers.ts';
import { editsIn, isLookedAt } from './edits/edits-in.ts';
import { type EnvFileRead, readEnvFile } from './env/read-env-file.ts';
import { startScriptSettings } from './hosts/start-script.ts';

const PAUSE_EVERY = 200;
/** Pages and lists for search engines stand in folders that hold no code. */
const NAMES_SITE =
  /(?:^|\/)(?:_headers|index\.html|robots\.txt|sitemap[\w-]*\.xml|(?:next-sitemap|astro)\.config\.[cm]?[jt]s)$/;

export interface FilesRead extends EnvFileRead {
  edits: ManualEdit[];
}

/** One pass over what the app is made of. `configured`: which env file holds which environment. */
export const readFiles = async (
  paths: readonly string[],
  read: (path: string) => string | null,
  configured: Readonly<Record<string, EnvironmentName>>,
  signal: AbortSignal,
): Promise<FilesRead> => {
  const found: FilesRead = { domains: [], edits: [], settings: [], stores: [] };
  for (const [index, path] of paths.entries()) {
    if (index % PAUSE_EVERY === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) break;
    }
    const isEnv = isEnvFile(path) || configured[path] !== undefined;
    const isManifest = /(?:^|\/)package\.json$/.test(path);
    const isRead = isLookedAt(path);
    const isServer = isServerFile(path);
    if (!isEnv && !isManifest && !isRead && !isServer && !NAMES_SITE.test(path)) continue;
    const text = read(path);
    if (text === null) continue;
    if (isEnv) {
      const { domains, settings, stores } = readEnvFile(path, text, configured);
      found.domains.push(...domains);
      found.settings.push(...settings);
      found.stores.push(...stores);
    } else if (isManifest) found.settings.push(...startScriptSettings(path, text));
    else {
      found.domains.push(...domainsIn(path, text));
      if (isServer) found.domains.push(...servedIn(path, text));
      if (isRead || isServer || /(?:^|\/)_headers$/.test(path))
        found.domains.push(...namedInCode(path, text, languageOf(path)));
      if (isRead) found.edits.push(...editsIn(path, text));
    }
  }
  return found;
};

const languageOf = (path: string): Language =>
  /\.(?:html|vue|svelte|astro)$/.test(path) ? 'markup' : /\.[cm]?[jt]sx?$/.test(path) ? 'javascript' : 'hash';
