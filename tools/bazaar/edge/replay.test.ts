import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launch, workFolder, type Ran } from '../../../src/cli/testing/run-bin.ts';
import { openWorld } from './open-world.ts';

const BAZAAR = fileURLToPath(new URL('../../../examples/bazaar', import.meta.url));
let folder: ReturnType<typeof workFolder>;
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

const at = (name: string): string => join(folder.path, name);
const edge = (name: string, ...more: readonly string[]): Promise<Ran> =>
  launch(folder.path, [
    'edge',
    'bazaar.test',
    '--config',
    join(BAZAAR, 'edge/launch-ready.config.json'),
    '--save-evidence',
    at(name),
    '--no-save',
    ...more,
  ]);
const evidence = (name: string): Record<string, unknown> =>
  (JSON.parse(readFileSync(at(name), 'utf8')) as { evidence: Record<string, unknown> }).evidence;

test('a recording shows the same without a network', async () => {
  const world = await openWorld(BAZAAR);
  // What is known beforehand is no part of what is seen.
  const known = world.options.filter((option) => /^--(?:ranges|trust-anchor)=/.test(option));
  const copied = known.map((option) => {
    const [name = '', file = ''] = option.split('=');
    copyFileSync(file, at(basename(file)));
    return `${name}=${at(basename(file))}`;
  });
  expect(copied.length).toBe(2);
  const seen = await edge('seen.json', ...world.options, '--record', at('run.tape'));
  await world.close();
  expect(seen.code).toBe(0);
  expect(statSync(at('run.tape')).mode & 0o777).toBe(0o600);
  const again = await edge('again.json', ...copied, '--replay', at('run.tape'));
  expect(again.code).toBe(seen.code);
  const [first, second] = [evidence('seen.json'), evidence('again.json')];
  expect(Object.keys(first).length).toBeGreaterThan(10);
  // Asked at Cloudflare, with a token, and so in no recording.
  expect({ ...second, 'edge.cloudflare': null }).toEqual({ ...first, 'edge.cloudflare': null });
});

test.each<[string, string, string]>([
  ['no JSON', '<html>', 'it is no JSON'],
  ['something else', '{"tape":2}', 'no recording of version 1'],
  [
    'another domain',
    '{"tape":1,"seed":"a","now":"2026-11-26","domains":["shop.test"],"kept":{}}',
    'of shop.test, not of bazaar.test',
  ],
  [
    'damage',
    '{"tape":1,"seed":"a","now":"2026-11-26","domains":["bazaar.test"],"kept":{"dns x":7}}',
    'answers to dns x are damaged',
  ],
  [
    'answers of another kind',
    `{"tape":1,"seed":"a","now":"2026-11-26","domains":["bazaar.test"],"kept":{${JSON.stringify('dns ["bazaar.test","A",null]')}:[7]}}`,
    'damaged',
  ],
])('%s is refused in one line', async (_, text, said) => {
  folder.write('broken.tape', text);
  const { code, stderr } = await edge('x.json', '--replay', at('broken.tape'));
  expect(code).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/\n {4}at /);
});

test('an empty recording proves nothing', async () => {
  folder.write('empty.tape', '{"tape":1,"seed":"a","now":"2026-11-26","domains":["bazaar.test"],"kept":{}}');
  const { code, stdout } = await edge('x.json', '--replay', at('empty.tape'), '--json');
  expect(code).toBe(3);
  expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toEqual([]);
});
