import { expect, test } from 'vitest';
import { flag, list, members, number, oneOf, orNull, pattern, record, text } from './shape.ts';

interface Sample {
  name: string;
  tags: readonly string[];
  note?: string;
}

const sample = members<Sample>({ name: text(5), tags: list(text(), 2) }, { note: text() });

test('lets a right value through, further members included', () => {
  expect(sample({ name: 'a', tags: ['b'], note: 'c', later: 1 }, '')).toBeNull();
});

test.each<[unknown, string]>([
  [null, 'the document must be an object'],
  [[], 'the document must be an object'],
  [{ tags: [] }, 'name is missing'],
  [{ name: 7, tags: [] }, 'name must be text'],
  [{ name: 'abcdef', tags: [] }, 'name is longer than 5 characters'],
  [{ name: 'a', tags: {} }, 'tags must be a list'],
  [{ name: 'a', tags: ['b', null] }, 'tags[1] must be text'],
  [{ name: 'a', tags: ['b', 'c', 'd'] }, 'tags has more than 2 entries'],
  [{ name: 'a', tags: [], note: null }, 'note must be text'],
])('names what is wrong with %j', (value, wrong) => {
  expect(sample(value, '')).toBe(wrong);
});

test('an inherited member is none', () => {
  expect(members<{ toString: string }>({ toString: text() })({}, 'x')).toBe('x.toString is missing');
});

test('single values', () => {
  expect(number(Number.POSITIVE_INFINITY, 'n')).toBe('n must be a number');
  expect(number('1', 'n')).toBe('n must be a number');
  expect(number(0, 'n')).toBeNull();
  expect(flag(0, 'f')).toBe('f must be true or false');
  expect(flag(false, 'f')).toBeNull();
  expect(oneOf('a', 'b')('c', 'o')).toBe('o must be one of a, b');
  expect(pattern(/^x$/, 'an x')('y', 'p')).toBe('p must be an x');
  expect(orNull(flag)(null, 'f')).toBeNull();
  expect(orNull(flag)(1, 'f')).toBe('f must be true or false');
});

test('a record names the wrong key, bounded and quoted', () => {
  expect(record(flag)({ ok: true, 'a\n': 1 }, 'r')).toBe('r["a\\n"] must be true or false');
  expect(record(flag)({ ['k'.repeat(9_000)]: 1 }, 'r')?.length).toBeLessThan(150);
});
