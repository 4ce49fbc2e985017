import { expect, test } from 'vitest';
import { mergeDefects } from './merge-defects.ts';
import { defectOf } from './testing/literals.ts';

test('leaves defects of different keys as they are, in order', () => {
  const defects = [defectOf('b'), defectOf('a')];
  expect(mergeDefects(defects, 'high')).toEqual(defects);
});

test('one that says no severity has the usual one', () => {
  const usual = defectOf('a', { where: { path: 'usual' } });
  const mild = defectOf('a', {
    severity: 'low',
    where: { path: 'mild' },
    proof: { kind: 'code', text: 't', more: ['x:1'] },
  });
  expect(mergeDefects([mild, usual], 'high')).toEqual([{ ...usual, proof: { ...usual.proof, more: ['mild'] } }]);
  expect(mergeDefects([mild, usual], 'info')[0]?.proof.more).toEqual(['x:1', 'usual']);
});
