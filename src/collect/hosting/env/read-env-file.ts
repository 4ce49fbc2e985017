import type { HostingDomain, HostingSetting } from '../../../model/evidence/hosting.ts';
import { parseDotenv } from '../../env/dotenv.ts';
import { environmentOf } from '../../env/file-name.ts';
import type { EnvironmentName } from '../../../model/evidence/env.ts';
import { settingOf } from '../hosts/setting-of.ts';
import { domainsOf } from './domains.ts';
import { storeIn, type StoreUse } from './stores.ts';

export interface EnvFileRead {
  domains: HostingDomain[];
  settings: HostingSetting[];
  stores: StoreUse[];
}

/** What an env file says of where the app runs and what it stores in. Values stay here. Files of examples hold none. */
export const readEnvFile = (
  path: string,
  text: string,
  configured: Readonly<Record<string, EnvironmentName>>,
): EnvFileRead => {
  const environment = environmentOf(path, configured);
  const entries = environment === 'example' ? [] : parseDotenv(text).entries;
  return {
    domains: entries.flatMap((entry) => domainsOf(path, environment, entry)),
    // `.env.production.local` tries the production build on one machine.
    settings: /\blocal\b/.test(path)
      ? []
      : entries.map(({ name, value, line }) => settingOf(path, { name, value, line, environment })),
    stores: entries.flatMap(({ name, value, line }) => {
      const identity = storeIn(name, value);
      return identity === undefined ? [] : [{ identity, name, environment, at: { path, line } }];
    }),
  };
};
