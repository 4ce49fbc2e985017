import { expect, test } from 'vitest';
import { checkOf, defectOf, runsOf } from './testing/literals.ts';
import { unprovenChecks } from './unproven.ts';

test('lists what could not tell, shown defects or not, and crashes as our fault', () => {
  const silent = { unproven: 'The clone is shallow', unlock: 'Fetch it.' };
  const crash = () => {
    throw new Error('bug');
  };
  const items = unprovenChecks(
    runsOf(
      checkOf({ id: 'a/pass' }),
      checkOf({ id: 'a/silent' }, silent),
      checkOf({ id: 'a/partly', bar: ['M7'] }, { ...silent, defects: [defectOf('x')] }),
      checkOf({ id: 'a/crash', evaluate: crash }),
      checkOf({ id: 'a/fail' }, [defectOf('y')]),
    ),
  );
  expect(items.map((item) => item.check)).toEqual(['a/silent', 'a/partly', 'a/crash']);
  expect(items[1]).toEqual({ check: 'a/partly', reason: 'The clone is shallow', unlock: 'Fetch it.', bar: ['M7'] });
  expect(items[2]?.reason).toBe('The check crashed, which is a fault of this program: Error: bug');
});
