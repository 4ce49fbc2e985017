import { expect, test } from 'vitest';
import { explainCheck } from './explain.ts';
import { CHECKS } from './registry.generated.ts';

test.each(CHECKS.map((check) => [check.id, check] as const))('%s is explained within 80 columns', (_, check) => {
  const lines = explainCheck(check).split('\n');
  expect(lines[0]).toBe(check.id);
  // One long word, such as an address, cannot be broken.
  const wide = lines.filter(
    (line) => line.length > 80 && line.slice(12).includes(' ') && !line.includes('npx launch-ready'),
  );
  expect(wide).toEqual([]);
});

test('every part is there', () => {
  const check = CHECKS.find((one) => one.id === 'secrets/secret-in-history');
  expect(check).toBeDefined();
  if (check === undefined) return;
  const flat = explainCheck(check).replace(/\s+/g, ' ');
  for (const text of [
    check.why,
    check.title.pass,
    check.title.fail,
    'blocker',
    'about 1 hour',
    '4 · Secrets',
    'M2 No exposed',
    ...check.references,
  ]) {
    expect(flat).toContain(text);
  }
});
