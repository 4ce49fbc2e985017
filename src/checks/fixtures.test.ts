import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BAR } from '../model/bar.ts';
import { EFFORT_HOURS } from '../model/effort.ts';
import { SEVERITIES } from '../model/severity.ts';
import { isStageId } from '../model/stage.ts';
import { CHECKS } from './registry.generated.ts';
import { loadFixtures, type Kind } from './testing/fixture.ts';
import { judgeFixture } from './testing/judge.ts';

const KINDS: readonly Kind[] = ['good', 'bad', 'unproven'];

test('the registry holds every check under the name of its folder', () => {
  const folders = globSync('*/*/check.ts', { cwd: import.meta.dirname })
    .map(dirname)
    .sort();
  expect(CHECKS.map((check) => check.id).sort()).toEqual(folders);
});

for (const check of CHECKS) {
  describe(check.id, () => {
    const folder = join(import.meta.dirname, check.id);

    test('is described', () => {
      expect(check.id).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(check.id.split('/')[0]).toBe(check.stage);
      expect(isStageId(check.stage)).toBe(true);
      expect(BAR.map((item) => item.id)).toEqual(expect.arrayContaining([...check.bar]));
      expect(SEVERITIES).toContain(check.severity);
      expect(Object.keys(EFFORT_HOURS)).toContain(check.effort);
      expect(check.why).toMatch(/^[A-Z`].{20,}[.?!]$/);
      for (const title of [check.title.pass, check.title.fail]) expect(title).toMatch(/^\S.{8,}[^.\s]$/);
      expect(check.title.pass).not.toBe(check.title.fail);
      expect(check.needs.length).toBeGreaterThan(0);
      for (const reference of check.references) expect(reference.trim()).not.toBe('');
    });

    test('has a good fixture, and one that it must not pass', () => {
      expect(loadFixtures(folder, 'good').length).toBeGreaterThan(0);
      expect(loadFixtures(folder, 'bad').length).toBeGreaterThan(0);
    });

    for (const kind of KINDS) {
      for (const fixture of loadFixtures(folder, kind)) {
        test(`${fixture.file}: ${fixture.note}`, () => {
          expect(judgeFixture(check, fixture, kind)).toEqual([]);
        });
      }
    }
  });
}
