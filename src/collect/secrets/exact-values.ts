import { join } from 'node:path';
import type { Detector } from './detector.ts';
import type { ExactValue } from './finders/exact-value.ts';
import { pathRole } from './path-role.ts';
import { readBounded } from './work/read-file.ts';

const MAX_FILES = 200;
const MAX_VALUES = 500;
const SHORTEST = 12;
const MAX_BYTES = 512 * 1024;

/**
 * The secret values of the env files in the working tree. They are then looked for everywhere else, in every encoding.
 * Short and guessable values are left out: they stand in code by chance.
 */
export const collectExactValues = (detector: Detector, root: string, files: readonly string[]): ExactValue[] => {
  const values = new Map<string, ExactValue>();
  for (const path of files.filter((file) => pathRole(file) === 'env').slice(0, MAX_FILES)) {
    const file = readBounded(join(root, path), MAX_BYTES);
    if ('skipped' in file) continue;
    for (const hit of detector.scan(Buffer.from(file.bytes)).hits) {
      if (hit.verdict !== 'secret' || hit.confidence === 'low' || hit.value.length < SHORTEST || values.has(hit.value))
        continue;
      const {
        start: _start,
        end: _end,
        value,
        name,
        via: _via,
        rank: _rank,
        bare: _bare,
        without: _without,
        ...known
      } = hit;
      values.set(value, { value, name: name ?? hit.ruleName, source: path, known });
    }
  }
  return [...values.values()].slice(0, MAX_VALUES);
};
