import { environmentOf } from '../../env/file-name.ts';
import type { HostingDomain, HostingSetting, HostingTarget } from '../../../model/evidence/hosting.ts';
import { hostOf, isLocal } from '../pointing.ts';
import { domainsOf } from '../env/domains.ts';
import { settingsOf } from '../text/settings.ts';
import { CLOUDS } from './clouds.ts';
import type { HostFacts, HostFile } from './host-file.ts';
import { PLATFORMS } from './platforms.ts';
import { settingOf } from './setting-of.ts';

const FILES: readonly HostFile[] = [...PLATFORMS, ...CLOUDS];
/** Of somebody else's app, or to be copied from. */
const APART =
  /(?:^|\/)(?:examples?|samples?|docs?|fixtures?|__fixtures__|templates?|tests?|__tests__|e2e|demos?|legacy|archived?|\.devcontainer)\//i;
const MOST_FILES = 400;

export interface Declared {
  targets: readonly HostingTarget[];
  domains: readonly HostingDomain[];
  settings: readonly HostingSetting[];
}

/** The hosts' own files among `paths`, read. `read` answers null for what cannot be read. */
export const declaredIn = (paths: readonly string[], read: (path: string) => string | null): Declared => {
  const targets: HostingTarget[] = [];
  const domains: HostingDomain[] = [];
  const settings: HostingSetting[] = [];
  for (const path of paths.filter((one) => !APART.test(one)).slice(0, 100_000)) {
    if (targets.length >= MOST_FILES) break;
    for (const { host, by, counts, read: understand } of FILES.filter((one) => one.file.test(path))) {
      const text = read(path);
      if (text === null) continue;
      const values = settingsOf(path, text);
      if (counts !== undefined && !counts(text, values)) continue;
      const told = environmentOf(path);
      const stage = told === 'unknown' ? 'production' : told;
      const facts: HostFacts = understand?.(values, stage, text) ?? {};
      const { name } = facts;
      if (by === 'config' || stage === 'production' || stage === 'staging')
        targets.push({ host, by, app: folderOf(path), at: { path, line: 1 }, ...(name === undefined ? {} : { name }) });
      for (const { domain: raw, line } of facts.domains ?? []) {
        const domain = hostOf(raw.replace(/^\*\./, ''));
        if (domain !== undefined && !isLocal(domain))
          domains.push({ domain, as: 'route', environment: stage, at: { path, line } });
      }
      for (const given of facts.given ?? []) {
        settings.push(settingOf(path, given));
        domains.push(...domainsOf(path, given.environment, given));
      }
    }
  }
  return { targets, domains, settings };
};

/** The app's folder: `config/deploy.yml` and `.vercel/project.json` belong to the folder above theirs. */
const folderOf = (path: string): string =>
  path
    .split('/')
    .slice(0, -1)
    .join('/')
    .replace(/(?:^|\/)(?:config|\.vercel|\.do|docker|deploy|deployment|infra|k8s)(?:\/.*)?$/, '');
