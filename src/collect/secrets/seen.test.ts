import { expect, test } from 'vitest';
import { baseDetector } from './base-detector.ts';
import { expandSample } from './samples.ts';
import { countsAt } from './seen.ts';

const hitIn = (text: string) => {
  const [hit] = baseDetector().scan(Buffer.from(text)).hits;
  if (hit === undefined) throw new Error('nothing was found');
  return hit;
};
const random = expandSample('{alnum:32}', 'seen');

test('a value without quotes counts only where that is an assignment', () => {
  const bare = hitIn(`JWT_SECRET=${random}\n`);
  expect(['.env', 'deploy.yml', 'app.log', 'Dockerfile'].map((path) => countsAt(bare, path))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['src/a.ts', 'readme.md', 'a.py'].map((path) => countsAt(bare, path))).toEqual([false, false, false]);
  expect(countsAt(hitIn(`JWT_SECRET = "${random}"\n`), 'src/a.ts')).toBe(true);
});

test('a typed value counts, but not in a file made to be filled in', () => {
  const typed = hitIn('JWT_SECRET = "qwertyuiop1234567890"\n');
  expect(['config.ts', 'config.example.ts', '.env.example'].map((path) => countsAt(typed, path))).toEqual([
    true,
    false,
    false,
  ]);
});

test('in generated and vendored files only the formats of providers count', () => {
  const generic = hitIn(`JWT_SECRET = "${random}"\n`);
  const key = hitIn(`const k = '${expandSample('sk_live_{alnum:24}', 'seen')}'`);
  expect(
    ['package-lock.json', 'vendor/a.js', 'src/a.js'].map((path) => [countsAt(generic, path), countsAt(key, path)]),
  ).toEqual([
    [false, true],
    [false, true],
    [true, true],
  ]);
});
