import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadFixtures } from '../src/checks/testing/fixture.ts';
import { judgeFixture } from '../src/checks/testing/judge.ts';
import type { Check } from '../src/model/check.ts';
import { checkDocs } from './generators/check-docs.ts';
import { newCheck } from './new-check.ts';

const repository = join(import.meta.dirname, '..');
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-check-'));
  cpSync(join(repository, 'src/model'), join(root, 'src/model'), { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const load = async (id: string): Promise<Check> => {
  const module = (await import(join(root, 'src/checks', id, 'check.ts'))) as { default: Check };
  return module.default;
};

test('a new check holds its own fixtures from the start', async () => {
  await newCheck(root, 'edge/plain-http-redirect');
  const check = await load('edge/plain-http-redirect');
  expect(check).toMatchObject({ id: 'edge/plain-http-redirect', stage: 'edge', bar: ['M3'] });
  const folder = join(root, 'src/checks/edge/plain-http-redirect');
  for (const kind of ['good', 'bad'] as const) {
    const fixtures = loadFixtures(folder, kind);
    expect(fixtures).toHaveLength(1);
    for (const fixture of fixtures) expect(judgeFixture(check, fixture, kind)).toEqual([]);
  }
});

test('a new check of a stage without bar items is well formed too', async () => {
  await newCheck(root, 'handover/known-owner');
  expect((await load('handover/known-owner')).bar).toEqual([]);
});

test('it stands in the registry, sorted, and in the docs', async () => {
  await newCheck(root, 'edge/second');
  await newCheck(root, 'edge/first');
  const registry = readFileSync(join(root, 'src/checks/registry.generated.ts'), 'utf8');
  expect(registry.match(/'\.\/edge\/\w+\/check\.ts'/g)).toEqual([
    "'./edge/first/check.ts'",
    "'./edge/second/check.ts'",
  ]);
  const docs = await checkDocs(root);
  expect(docs.map((file) => file.path)).toEqual(['docs/checks/README.md', 'docs/checks/edge.md']);
  expect(docs[0]?.content).toContain('[`edge/first`](edge.md#first)');
  expect(docs[1]?.content).toContain('1. Run git init and commit what is there.');
});

test.each(['plain', 'nowhere/check', 'edge/Upper', '../edge/x', 'edge/x/y'])('%s is no id', async (id) => {
  await expect(newCheck(root, id)).rejects.toThrow('is no check id');
  expect(existsSync(join(root, 'src/checks'))).toBe(false);
});

test('an id that is taken is left alone', async () => {
  await newCheck(root, 'edge/mine');
  const path = join(root, 'src/checks/edge/mine/check.ts');
  const before = readFileSync(path, 'utf8');
  await expect(newCheck(root, 'edge/mine')).rejects.toThrow('is there already');
  expect(readFileSync(path, 'utf8')).toBe(before);
});
