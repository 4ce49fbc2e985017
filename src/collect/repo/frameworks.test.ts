import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recognise, type Recognised } from './frameworks.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frameworks-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const of = (files: Readonly<Record<string, string>>): Recognised => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return recognise(root, Object.keys(files));
};
const manifest = (dependencies: readonly string[], scripts: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ dependencies: Object.fromEntries(dependencies.map((name) => [name, '1'])), scripts });

test('a server that builds its client with Vite and writes the page itself', () => {
  const { frameworks, outputs } = of({
    'package.json': manifest(['express', 'vite']),
    'vite.config.ts':
      "export default { build: { outDir: 'dist/client', manifest: true, rollupOptions: { input: ['client/main.ts'] } } };",
    'client/main.ts': '',
  });
  expect(frameworks).toEqual(['express', 'vite']);
  expect(outputs).toEqual(['dist/client/']);
});

test('a client in a folder of its own, built into the server: dist/ itself holds the server', () => {
  const { outputs, statics } = of({
    'package.json': manifest(['express', 'vite'], {
      build: 'vite build && esbuild server/index.ts --platform=node --bundle --outdir=dist',
    }),
    'vite.config.ts':
      'export default { root: path.resolve(import.meta.dirname, "client"), build: { outDir: path.resolve(import.meta.dirname, "dist/public") } };',
    'client/index.html': '',
  });
  expect(outputs).toEqual(['dist/public/']);
  expect(statics).toEqual(['client/public/']);
});

test('where the configuration does not tell, the usual folders are looked into', () => {
  const { outputs } = of({
    'package.json': manifest(['hono', 'vite']),
    'vite.config.ts': 'export default { build: { manifest: true, outDir: folderOf(process.env.TARGET) } };',
  });
  expect(outputs).toEqual(['dist/', 'dist/client/', 'dist/public/']);
  expect(
    of({ 'package.json': manifest(['react', 'vite']), 'index.html': '', 'vite.config.ts': 'export default {};' })
      .outputs,
  ).toContain('dist/');
});

test('a server, a library and a test set-up have no client', () => {
  expect(
    of({
      'package.json': manifest(['fastify', 'vite', 'vitest'], { build: 'tsc' }),
      'vite.config.ts': 'export default { test: { environment: "node" } };',
      'packages/kit/package.json': manifest(['vite']),
      'packages/kit/vite.config.ts': "export default { build: { lib: { entry: 'src/index.ts' } } };",
      'test/fixtures/a/vite.config.ts': 'export default { build: { manifest: true } };',
    }),
  ).toEqual({ frameworks: ['fastify'], outputs: [], statics: [] });
});
