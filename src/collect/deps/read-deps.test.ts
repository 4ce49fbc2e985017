import { expect, test } from 'vitest';
import { readDeps } from './read-deps.ts';

const manifest = (dependencies: Record<string, string>, name = 'app'): string =>
  JSON.stringify({ name, dependencies, devDependencies: { vite: '8.0.0' } }, null, 2);

const versionsIn = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const { packages } = await readDeps(Object.keys(files), (path) => Promise.resolve(files[path] ?? null));
  return packages.flatMap(({ folder, unread, dependencies }) => [
    ...(unread === undefined ? [] : [`${folder} ${unread}`]),
    ...dependencies.map(({ name, locked, at }) => `${at.path}:${at.line} ${name} ${locked ?? '?'}`),
  ]);
};

test('npm: the folder’s own version counts before the root’s', async () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': {},
      'node_modules/next': { version: '15.1.0' },
      'node_modules/express': { version: '5.3.0' },
      'apps/old/node_modules/next': { version: '13.0.0' },
    },
  };
  expect(
    await versionsIn({
      'package.json': manifest({ next: '^15.0.0' }),
      'package-lock.json': JSON.stringify(lock),
      'apps/old/package.json': manifest({ next: '^13.0.0', express: '^5.0.0' }),
      'examples/one/package.json': manifest({ next: '^9.0.0' }),
    }),
  ).toEqual([
    'package.json:4 next 15.1.0',
    'apps/old/package.json:4 next 13.0.0',
    'apps/old/package.json:5 express 5.3.0',
  ]);
  expect(
    await versionsIn({
      'package.json': manifest({ next: '^12.0.0' }),
      'package-lock.json': '{"lockfileVersion":1,"dependencies":{"next":{"version":"12.3.1"}}}',
    }),
  ).toEqual(['package.json:4 next 12.3.1']);
});

test.each([
  [
    'version 9',
    `lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      next:\n        specifier: 'catalog:'\n        version: 15.2.1(react@19.0.0)\n  apps/api:\n    dependencies:\n      hono:\n        specifier: ^4.0.0\n        version: 4.6.0\npackages:\n  broken: [\n`,
  ],
  [
    'version 5',
    `lockfileVersion: 5.4\nimporters:\n  .:\n    specifiers:\n      next: ^15.0.0\n    dependencies:\n      next: 15.2.1_react@19.0.0\n  apps/api:\n    dependencies:\n      hono: 4.6.0\npackages:\n`,
  ],
])('pnpm, %s', async (_, lock) =>
  expect(
    await versionsIn({
      'package.json': manifest({ next: '^15.0.0' }),
      'pnpm-lock.yaml': lock,
      'apps/api/package.json': manifest({ hono: '^4.0.0', ui: 'workspace:*' }),
    }),
  ).toEqual(['package.json:4 next 15.2.1', 'apps/api/package.json:4 hono 4.6.0', 'apps/api/package.json:5 ui ?']),
);

test('pnpm of one package without importers', async () => {
  const lock =
    "lockfileVersion: '6.0'\ndependencies:\n  next:\n    specifier: ^15.0.0\n    version: 15.2.1\n\npackages:\n";
  expect(await versionsIn({ 'package.json': manifest({ next: '^15.0.0' }), 'pnpm-lock.yaml': lock })).toEqual([
    'package.json:4 next 15.2.1',
  ]);
});

test.each([
  [
    '1',
    `# yarn lockfile v1\n\n"next@^15.0.0", next@15.1.0:\n  version "15.1.0"\n  dependencies:\n    react "19.0.0"\n`,
  ],
  [
    'berry',
    `__metadata:\n  version: 8\n\n"next@npm:15.1.0, next@npm:^15.0.0":\n  version: 15.1.0\n  resolution: "next@npm:15.1.0"\n`,
  ],
])('yarn %s', async (_, lock) =>
  expect(await versionsIn({ 'package.json': manifest({ next: '^15.0.0' }), 'yarn.lock': lock })).toEqual([
    'package.json:4 next 15.1.0',
  ]),
);

test('bun: a workspace’s own version counts; the binary file tells nothing', async () => {
  const lock = `{ "lockfileVersion": 1, "packages": { "next": ["next@15.1.0", "", {}], "old/next": ["next@13.0.0", "", {}], }, }`;
  expect(
    await versionsIn({
      'bun.lock': lock,
      'package.json': manifest({ next: '^15.0.0' }),
      'apps/old/package.json': manifest({ next: '^13.0.0' }, 'old'),
    }),
  ).toEqual(['package.json:4 next 15.1.0', 'apps/old/package.json:4 next 13.0.0']);
  expect(await versionsIn({ 'bun.lockb': '', 'package.json': manifest({ next: '^15.0.0' }) })).toEqual([
    ' bun.lockb is binary; `bun install --save-text-lockfile` writes one that can be read',
    'package.json:4 next ?',
  ]);
});

test('a lock file or manifest that is not well formed tells nothing, and that is said', async () => {
  expect(
    await versionsIn({ 'package.json': manifest({ next: '^15.0.0' }), 'package-lock.json': '<<<<<<< HEAD' }),
  ).toEqual([' package-lock.json is not well formed', 'package.json:4 next ?']);
  expect(
    await versionsIn({ 'package.json': 'null', 'a/package.json': '{"dependencies":[1]}', 'b/package.json': '{' }),
  ).toEqual([]);
});

test('the parts of a framework that are used are known by their files', async () => {
  const files = {
    'web/package.json': '{}',
    'web/src/app/(shop)/page.tsx': '',
    'web/proxy.ts': '',
    'api/package.json': '{}',
    'api/src/lib/middleware.ts': '',
  };
  const { packages } = await readDeps(Object.keys(files), () => Promise.resolve('{}'));
  expect(packages.map(({ folder, uses }) => [folder, uses])).toEqual([
    ['web', ['app-router', 'middleware']],
    ['api', []],
  ]);
});
