import { expect, test } from 'vitest';
import { readJson } from './read-json.ts';
import { flag, members } from './shape.ts';

const read = (source: string): unknown => {
  const result = readJson(source, 'a thing', 'launch-ready/thing', 1, members<{ on: boolean }>({ on: flag }));
  return result.ok ? result.value : result.error;
};

test('reads its kind, any minor version, with or without a byte order mark', () => {
  expect(read('{"schema":"launch-ready/thing@1","on":true}')).toMatchObject({ on: true });
  expect(read('\uFEFF{"schema":"launch-ready/thing@1.7","on":true}')).toMatchObject({ on: true });
});

test.each([
  ['', 'This is not a thing: it is not valid JSON.'],
  ['{', 'This is not a thing: it is not valid JSON.'],
  ['[]', 'This is not a thing: it has no schema member.'],
  ['null', 'This is not a thing: it has no schema member.'],
  ['{"schema":"sarif@1"}', 'This is not a thing: its schema is "sarif@1", not launch-ready/thing.'],
  [
    '{"schema":"launch-ready/thing@2.0"}',
    'This version reads launch-ready/thing@1; the file has "launch-ready/thing@2.0".',
  ],
  [
    '{"schema":"launch-ready/thing@10"}',
    'This version reads launch-ready/thing@1; the file has "launch-ready/thing@10".',
  ],
  ['{"schema":"launch-ready/thing"}', 'This version reads launch-ready/thing@1; the file has "launch-ready/thing".'],
  [
    '{"schema":"launch-ready/thing@1","on":1}',
    'This is not a valid launch-ready/thing document: on must be true or false.',
  ],
])('says what is wrong with %j', (source, error) => {
  expect(read(source)).toBe(error);
});

test('deep nesting and terminal escapes do no harm', () => {
  expect(typeof read('['.repeat(200_000))).toBe('string');
  expect(read('{"schema":"\\u001b[31m"}')).not.toContain('\u001b');
});
