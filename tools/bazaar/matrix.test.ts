import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { removeOriginal } from './copy-app.ts';
import { FLAWS, loadFlaws, type Flaw } from './flaw.ts';
import { inParallel } from './in-parallel.ts';
import { runFlaw, type FlawResult } from './run-flaw.ts';
import { expandMarked } from './samples.ts';
import { renderTable, renewed, summary } from './table.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'flaws-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});
afterAll(removeOriginal);

/** A seeded flaw under a name of its own, changed. */
const variant = (from: string, change: (flaw: Record<string, unknown>) => void): Flaw => {
  const root = folder();
  const id = `test-${from}-${process.pid}`;
  cpSync(join(FLAWS, from), join(root, id), { recursive: true });
  const path = join(root, id, 'flaw.json');
  const flaw = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(flaw);
  writeFileSync(path, JSON.stringify(flaw));
  return loadFlaws([id], root)[0]!;
};

describe('a flaw', () => {
  test('is caught when exactly the expected checks speak', async () => {
    const result = await runFlaw(variant('no-secret-gate', () => {}));
    expect(result).toMatchObject({ state: 'caught', raised: ['secrets/no-secret-gate'] });
  });

  test('fails when a check is expected that stays silent, and when one speaks that was not expected', async () => {
    const result = await runFlaw(
      variant('no-secret-gate', (flaw) => {
        flaw['expect'] = ['secrets/env-file-tracked'];
      }),
    );
    expect(result).toMatchObject({
      state: 'failed',
      reason: 'not raised: secrets/env-file-tracked; raised too: secrets/no-secret-gate',
    });
  });

  test('whose patch no longer applies is named, pending or not', async () => {
    for (const pending of [undefined, 'edge']) {
      const flaw = variant('no-secret-gate', (json) => {
        if (pending !== undefined) json['pending'] = pending;
      });
      const path = join(flaw.folder, 'change.patch');
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^-(.*)$/m, '-$1 and more'));
      const result = await runFlaw(flaw);
      expect(result.state).toBe('failed');
      expect(result.reason).toContain(`the patch ${flaw.id}/change.patch no longer applies to the app`);
    }
  });

  test.each([
    [{ title: 'x' }, 'title'],
    [{ stages: ['nowhere'] }, 'stages.0'],
    [{ expect: ['no-stage'] }, 'expect.0'],
    [{ extra: true }, 'extra'],
  ])('with %o is refused by file and member', (change, member) => {
    expect(() => variant('no-secret-gate', (flaw) => Object.assign(flaw, change))).toThrow(member);
  });
});

test('all flaws of the repository can be read, each with a way to see it', () => {
  const flaws = loadFlaws();
  expect(flaws.length).toBeGreaterThanOrEqual(60);
  expect(new Set(flaws.map(({ title }) => title)).size).toBe(flaws.length);
});

test('marked values are made up, the same each time, and told apart by name', () => {
  const text = expandMarked('a ⟦{hex:8}⟧ b ⟦{hex:8}⟧ c ⟦other|{hex:8}⟧', 'seed');
  const [, a, b, c] = /^a (\w{8}) b (\w{8}) c (\w{8})$/.exec(text) ?? [];
  expect(a).toBe(b);
  expect(a).not.toBe(c);
  expect(expandMarked('⟦{hex:8}⟧', 'seed')).not.toBe(expandMarked('⟦{hex:8}⟧', 'another'));
});

test('results keep the order of the list, whoever is done first', async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel(2, [3, 1, 2, 0], async (turns) => {
    most = Math.max(most, ++running);
    for (let i = 0; i < turns; i++) await Promise.resolve();
    running--;
    return turns;
  });
  expect(results).toEqual([3, 1, 2, 0]);
  expect(most).toBe(2);
});

test('the table escapes what stands in it and counts what is owed', () => {
  const results = [
    {
      id: 'a',
      title: 'Uses | and <b>',
      roadmap: ['M1'],
      state: 'caught' as const,
      raised: ['secrets/x'],
      proof: 'here',
    },
    {
      id: 'b',
      title: 'Later',
      roadmap: ['M2'],
      state: 'pending' as const,
      raised: [],
      proof: '',
      owedBy: 'edge' as const,
    },
  ];
  expect(renderTable(results)).toContain('| Uses \\| and &lt;b> | M1 | `secrets/x` | here |');
  expect(summary(results)).toBe('2 flaws: 1 caught, 1 pending (edge 1), 0 failed');
});

test('a folder without its description is named', () => {
  const root = folder();
  mkdirSync(join(root, 'empty'));
  expect(() => loadFlaws([], root)).toThrow('flaw.json');
  expect(() => loadFlaws(['missing'], root)).toThrow('there is no flaw missing');
});

test('a part that ran anew replaces its rows, and rows of flaws that are gone go', () => {
  const row = (id: string, proof: string): FlawResult => ({
    id,
    title: id,
    roadmap: [],
    state: 'caught',
    raised: [],
    proof,
  });
  const table = [row('clean twin', 'a'), row('a-flaw', 'a'), row('b-flaw', 'a'), row('gone', 'a')];
  const anew = [row('b-flaw', 'b'), row('a-new-flaw', 'b'), row('clean edge', 'b')];
  const rows = renewed(table, anew, new Set(['a-flaw', 'b-flaw', 'a-new-flaw']));
  expect(rows.map(({ id, proof }) => `${id} ${proof}`)).toEqual([
    'clean twin a',
    'clean edge b',
    'a-flaw a',
    'a-new-flaw b',
    'b-flaw b',
  ]);
});
