import { defineCheck } from '../../../model/check.ts';
import type { CodePattern } from '../../../model/evidence/code.ts';
import type { EnvEvidence } from '../../../model/evidence/env.ts';
import type { SharedStore } from '../../../model/evidence/hosting.ts';
import type { Defect } from '../../../model/finding.ts';
import { environmentGroup } from '../environment/files.ts';
import { again, listed } from '../environment/words.ts';
import { printable } from '../leak/text.ts';

const KINDS: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL database',
  mysql: 'MySQL database',
  mongodb: 'MongoDB database',
  mssql: 'SQL Server database',
  libsql: 'Turso database',
  redis: 'Redis',
  supabase: 'Supabase project',
  firebase: 'Firebase project',
};

const environmentsOf = (store: SharedStore): string[] =>
  [...new Set(store.places.flatMap(({ environment }) => environmentGroup(environment) ?? []))].toSorted();

/** The same connection string, password included, is told as a shared secret. */
const isToldAlready = (store: SharedStore, env: EnvEvidence): boolean =>
  env.shared.some((secret) =>
    store.places.every(({ at }) => secret.places.some(({ path, line }) => path === at.path && line === at.line)),
  );

const inFiles = (stores: readonly SharedStore[]): Defect[] =>
  [...Map.groupBy(stores, (store) => environmentsOf(store).join('+'))].flatMap(([key, group]): Defect[] => {
    const [first] = group;
    const place = first?.places[0];
    if (first === undefined || place === undefined) return [];
    const environments = environmentsOf(first);
    const places = group.flatMap((store) => store.places);
    const kinds = [...new Set(group.map(({ kind }) => KINDS[kind] ?? kind))];
    return [
      {
        key,
        where: { path: place.at.path, line: place.at.line },
        severity: environments.includes('production') ? 'high' : 'medium',
        title: `${listed(environments)} use one ${listed(kinds)}`,
        proof: {
          kind: 'file',
          text: `${listed(places.map(({ name, at, environment }) => `${name} in ${printable(at.path)}:${at.line} (${environment})`))} lead to the same place.`,
          more: places.slice(1, 20).map(({ at }) => `${at.path}:${at.line}`),
        },
      },
    ];
  });

const inCode = (patterns: readonly CodePattern[]): Defect[] =>
  [...Map.groupBy(patterns, ({ what }) => what)].flatMap(([what, same]): Defect[] => {
    const [first] = same;
    if (first === undefined) return [];
    return [
      {
        key: `code ${what}`,
        where: { path: first.at.path, line: first.at.line },
        severity: 'medium',
        title: `The ${what} project is written into the code`,
        proof: {
          kind: 'code',
          text: `The address of the ${what} project is a constant: whoever runs the app on a laptop, in a test or as a preview works with the data of production.`,
          ...(first.frame === undefined ? {} : { frame: first.frame }),
          more: [...new Set(same.slice(1, 20).map(({ at }) => `${at.path}:${at.line}`))],
        },
      },
    ];
  });

export default defineCheck({
  id: 'secrets/one-store-for-two-environments',
  stage: 'secrets',
  bar: ['M7'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'Each environment has a database of its own', fail: 'Two environments use one database' },
  why: 'A test that cleans up, a migration that is tried out or a seed on a laptop changes the orders of real customers, and every developer can read them.',
  references: [
    'https://12factor.net/dev-prod-parity',
    'OWASP ASVS 5.0 13.3.2',
    'https://supabase.com/docs/guides/deployment/managing-environments',
  ],
  needs: ['hosting.stores', 'env.files', 'code.patterns'],
  evaluate: ({ 'hosting.stores': stores, 'env.files': env, 'code.patterns': patterns }) => [
    ...inFiles(stores.filter((store) => !isToldAlready(store, env))),
    ...inCode(patterns.filter(({ kind }) => kind === 'store-address')),
  ],
  fix: () => ({
    steps: [
      'Make a second database or project for everything that is not production (supabase start gives one on the laptop), and fill it from the migrations.',
      'Read its address from a variable; give each environment its own value, production’s at the host alone.',
      'Change the password or keys of production afterwards: they have been on other machines.',
    ],
    verify: again('one-store-for-two-environments'),
  }),
});
