import type { EnvironmentName } from '../../../model/evidence/env.ts';
import type { Setting } from '../text/settings.ts';
import { below, type Given, givenBelow, type HostFile, named, valueAt } from './host-file.ts';

const CONTEXTS: Readonly<Record<string, EnvironmentName>> = {
  production: 'production',
  'deploy-preview': 'preview',
  'branch-deploy': 'preview',
  dev: 'development',
};

/** Sources: the hosts' own references of their files, as of 2026. */
export const PLATFORMS: readonly HostFile[] = [
  {
    host: 'vercel',
    file: /(?:^|\/)vercel\.(?:json|ts)$/,
    counts: (text) => text.trimStart().startsWith('{') || text.includes('@vercel/config'),
    by: 'config',
    read: (settings, stage) => ({
      ...named(valueAt(settings, 'name')),
      domains: below(settings, 'alias').map(({ value, line }) => ({ domain: value, line })),
      given: [...givenBelow(settings, stage, 'env'), ...givenBelow(settings, stage, 'build', 'env')],
    }),
  },
  {
    host: 'vercel',
    file: /(?:^|\/)\.vercel\/project\.json$/,
    by: 'config',
    read: (s) => named(valueAt(s, 'projectName')),
  },
  {
    host: 'netlify',
    file: /(?:^|\/)netlify\.toml$/,
    by: 'config',
    read: (settings) => ({
      given: [
        ...givenBelow(settings, 'production', 'build', 'environment'),
        ...Object.entries(CONTEXTS).flatMap(([context, stage]) =>
          givenBelow(settings, stage, 'context', context, 'environment'),
        ),
      ],
    }),
  },
  {
    host: 'cloudflare',
    file: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/,
    by: 'config',
    read: (settings) => ({
      ...named(valueAt(settings, 'name')),
      domains: settings
        .filter(({ keys }) => /^(?:routes?|pattern)$/.test(keys.findLast((key) => !/^\d+$/.test(key)) ?? ''))
        .map(({ value, line }) => ({ domain: value, line })),
      given: varsOf(settings),
    }),
  },
  {
    host: 'fly',
    file: /(?:^|\/)fly(?:[.-][\w-]+)?\.toml$/,
    by: 'config',
    read: (settings, stage) => ({ ...named(valueAt(settings, 'app')), given: givenBelow(settings, stage, 'env') }),
  },
  {
    host: 'render',
    file: /(?:^|\/)render\.ya?ml$/,
    by: 'config',
    read: (settings, stage) => ({
      ...named(settings.find(({ keys }) => keys[0] === 'services' && keys.at(-1) === 'name')?.value),
      domains: settings
        .filter(({ keys }) => keys.includes('domains'))
        .map(({ value, line }) => ({ domain: value, line })),
      given: keyed(settings, 'envVars', 'key', stage),
    }),
  },
  {
    host: 'replit',
    file: /(?:^|\/)\.replit$/,
    by: 'config',
    counts: (text) => /^\[deployment\]/m.test(text),
  },
  { host: 'railway', file: /(?:^|\/)railway\.(?:json|toml)$/, by: 'config' },
  { host: 'heroku', file: /(?:^|\/)Procfile$/, by: 'config' },
  {
    host: 'heroku',
    file: /(?:^|\/)app\.json$/,
    by: 'config',
    // Expo and React Native have a file of the same name.
    counts: (_, settings) =>
      settings.some(({ keys: [key = ''] }) => /^(?:buildpacks|formation|addons|stack)$/.test(key)),
    read: (settings, stage) => ({
      ...named(valueAt(settings, 'name')),
      given: below(settings, 'env')
        .filter(({ keys }) => keys.length === 1 || keys[1] === 'value')
        .map(({ keys: [name = ''], value, line }) => ({ name, value, environment: stage, line })),
    }),
  },
  {
    host: 'kamal',
    file: /(?:^|\/)config\/deploy(?:\.[\w-]+)?\.ya?ml$/,
    by: 'config',
    counts: (_, settings) => settings.some(({ keys: [key = ''] }) => key === 'servers' || key === 'registry'),
    read: (settings, stage) => ({
      ...named(valueAt(settings, 'service')),
      domains: settings
        .filter(({ keys }) => keys[0] === 'proxy' && /^hosts?$/.test(keys[1] ?? ''))
        .map(({ value, line }) => ({ domain: value, line })),
      given: givenBelow(settings, stage, 'env', 'clear'),
    }),
  },
  {
    host: 'app-engine',
    file: /(?:^|\/)app(?:[.-][\w-]+)?\.ya?ml$/,
    by: 'config',
    counts: (_, settings) => valueAt(settings, 'runtime') !== undefined,
    read: (settings, stage) => ({
      ...named(valueAt(settings, 'service')),
      given: givenBelow(settings, stage, 'env_variables'),
    }),
  },
  {
    host: 'firebase',
    file: /(?:^|\/)firebase\.json$/,
    by: 'config',
    counts: (_, settings) => settings.some(({ keys: [key = ''] }) => /^(?:hosting|functions|apphosting)$/.test(key)),
    read: (settings) => named(valueAt(settings, 'hosting', 'site')),
  },
  {
    host: 'digitalocean',
    file: /(?:^|\/)\.do\/(?:app|deploy\.template)\.ya?ml$/,
    by: 'config',
    read: (settings, stage) => ({
      ...named(valueAt(settings, 'name')),
      domains: settings
        .filter(({ keys }) => keys.includes('domains') && keys.at(-1) === 'domain')
        .map(({ value, line }) => ({ domain: value, line })),
      given: keyed(settings, 'envs', 'key', stage),
    }),
  },
];

/** `- key: NAME` and, in the same entry, `value: …`. */
const keyed = (settings: readonly Setting[], list: string, key: string, environment: EnvironmentName): Given[] => {
  const inList = settings.filter(({ keys }) => keys.at(-3) === list);
  const entryOf = ({ keys }: Setting): string => keys.slice(0, -1).join('\0');
  return inList
    .filter(({ keys }) => keys.at(-1) === key)
    .flatMap((name) => {
      const value = inList.find((one) => one.keys.at(-1) === 'value' && entryOf(one) === entryOf(name));
      return [{ name: name.value, value: value?.value ?? '', environment, line: value?.line ?? name.line }];
    });
};

/** Where `[env.production]` has variables of its own, the ones at the top are those of `wrangler dev`. */
const varsOf = (settings: readonly Setting[]): Given[] => {
  const stages = new Set(below(settings, 'env').map(({ keys: [name = ''] }) => name));
  const stageOf = (name: string): EnvironmentName =>
    /^prod/i.test(name)
      ? 'production'
      : /^(?:stag|uat)/i.test(name)
        ? 'staging'
        : /^prev/i.test(name)
          ? 'preview'
          : 'development';
  return [
    ...givenBelow(settings, [...stages].some((name) => /^prod/i.test(name)) ? 'development' : 'production', 'vars'),
    ...[...stages].flatMap((name) => givenBelow(settings, stageOf(name), 'env', name, 'vars')),
  ];
};
