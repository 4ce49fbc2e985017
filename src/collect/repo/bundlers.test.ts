import { describe, expect, test } from 'vitest';
import { readBundlerConfig, readScripts } from './bundlers.ts';

const read = (
  source: string,
  path = 'vite.config.ts',
  files: readonly string[] = [],
): readonly string[] | null | 'none' => {
  const found = readBundlerConfig(path, source, new Set(files));
  return found === null ? 'none' : found.outputs;
};

describe('vite', () => {
  test.each([
    [
      "export default defineConfig({ build: { outDir: 'dist/client', manifest: true, rollupOptions: { input: ['client/main.ts'] } } })",
      ['dist/client/'],
    ],
    ["export default { build: { rollupOptions: { input: 'client/main.ts' } } }", ['dist/']],
    ['export default { build: { manifest: true, outDir: `public/assets` } }', ['public/assets/']],
    [
      "import laravel from 'laravel-vite-plugin';\nexport default { plugins: [laravel({ input: ['resources/js/app.js'] })] }",
      ['public/build/'],
    ],
    [
      "const OUT = 'build/web';\nexport default { build: { outDir: OUT, rolldownOptions: { input: 'a.ts' } } }",
      ['build/web/'],
    ],
    [
      "export default { build: { outDir: fileURLToPath(new URL('./dist/ui', import.meta.url)), manifest: 'm.json' } }",
      ['dist/ui/'],
    ],
    ["export default { build: { /* outDir: 'x' */ manifest: true,\n // outDir: 'y',\n outDir: 'z' } }", ['z/']],
    ["export default ({ mode }) => ({ build: { manifest: true, outDir: mode === 'a' ? 'x' : 'y' } })", null],
    ["export default { build: { manifest: true, outDir: '../../elsewhere' } }", null],
    ["export default { build: { manifest: true, outDir: '/var/www' } }", null],
    ["export default { build: { lib: { entry: 'src/a.ts' }, outDir: 'dist', rollupOptions: { input: 'a' } } }", 'none'],
    ["export default { build: { ssr: true, rollupOptions: { input: { a: 'src/a.ts' } } } }", 'none'],
    ["export default { build: { outDir: 'dist' } }", 'none'],
    ['export default { test: { globals: true } }', 'none'],
  ])('%s', (source, expected) => expect(read(source)).toEqual(expected));

  test('a root of its own, with its page there', () => {
    const source =
      'export default defineConfig({ root: path.resolve(import.meta.dirname, "client"), build: { outDir: path.resolve(import.meta.dirname, "dist/public"), emptyOutDir: true } })';
    expect(read(source, 'vite.config.ts', ['client/index.html'])).toEqual(['dist/public/']);
    expect(read(source, 'vite.config.ts', [])).toBe('none');
    expect(
      read("export default { root: 'app', build: { outDir: '../web' } }", 'x/vite.config.js', ['x/app/index.html']),
    ).toEqual(['x/web/']);
    expect(read("export default { root: 'app' }", 'vite.config.js', ['app/index.html'])).toEqual(['app/dist/']);
    expect(
      read("export default { root: __dirname, build: { outDir: '../server/public' } }", 'client/vite.config.js', [
        'client/index.html',
      ]),
    ).toEqual(['server/public/']);
  });
});

test.each([
  [
    "module.exports = { entry: './src/a.js', output: { path: path.resolve(__dirname, 'public', 'js'), filename: 'a.js' } }",
    ['public/js/'],
  ],
  ["module.exports = { target: 'node', output: { path: path.resolve(__dirname, 'dist') } }", 'none'],
  ["module.exports = { output: { library: 'x', path: path.resolve(__dirname, 'dist') } }", 'none'],
  ['module.exports = { output: { path: where() } }', 'none'],
])('webpack: %s', (source, expected) => expect(read(source, 'webpack.config.js')).toEqual(expected));

test.each([
  ['vite build --outDir dist/web', ['dist/web/']],
  ['tsc && vite build client --outDir=../public/app', ['public/app/']],
  ['vite build', []],
  ['vite build --ssr src/server.ts --outDir dist/server', []],
  ['parcel build src/index.html', ['dist/']],
  ['parcel build src/index.html --dist-dir public', ['public/']],
  ['esbuild client/main.ts --bundle --outdir=public/js', ['public/js/']],
  ['esbuild src/client.tsx --bundle --minify --outfile=static/app.js', ['static/']],
  ['esbuild server/index.ts --platform=node --bundle --outdir=dist', []],
  ['esbuild src/worker.ts --bundle --outfile=dist/worker.js', []],
])('script: %s', (script, expected) =>
  expect(readScripts('', [script]).flatMap((build) => build.outputs ?? [])).toEqual(expected),
);

test('hostile configurations are read in time', () => {
  const started = performance.now();
  for (const bait of [
    'outDir: '.repeat(50_000),
    '/*'.repeat(100_000),
    "'".repeat(100_000),
    '`${'.repeat(60_000),
    'root: resolve('.repeat(20_000),
  ])
    read(`manifest: true, build: ${bait}`);
  expect(performance.now() - started).toBeLessThan(30_000);
});
