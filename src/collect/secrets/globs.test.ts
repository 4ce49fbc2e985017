import { matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { globMatcher } from './globs.ts';

const GLOBS = [
  'a', 'src/*', 'src/**', '**', '**/*', '**/*.map', '*.{js,ts}', 'a/**/z', 'a/**/b/**/z', '**/fixtures/**', 'src/[a-c].ts',
  'src/[!a-c].ts', 'src/?.ts', '.env', '.*', '**/.env', '**/.env*', 'a*b*c', '{a,b}/{c,d}', 'x{1,2}.{a,b{c,d}}', 'src/',
  'über*', '*', 'src/*.test.ts', 'a.b', 'dist/**/*.js', 'test/**/.keep', 'a/*/c', 'a/**',
]; // prettier-ignore
const PATHS = [
  'a', 'b', 'src/a.ts', 'src/d.ts', 'src/x/y.ts', 'src/a.test.ts', 'a/z', 'a/b/z', 'a/x/b/y/z', 'test/fixtures/x.json', '.env',
  'app/.env', 'app/.env.local', '.git/x', 'aXbYc', 'ac', 'a/c', 'b/d', 'x1.a', 'x2.bd', 'main.js', 'main.js.map', 'dist/x.js',
  'dist/a/b.js', 'übermut', 'axb', 'test/.keep', 'test/a/.keep', 'a/.b/c', 'a/b/c', 'src/.hidden',
]; // prettier-ignore

describe('globs', () => {
  test.each(GLOBS)('%s matches what Node says it does', (glob) => {
    const matches = globMatcher([glob]);
    for (const path of PATHS) expect([path, matches(path)]).toEqual([path, matchesGlob(path, glob)]);
  });

  test('a leading ./ means nothing; no glob matches nothing', () => {
    expect(globMatcher(['./src/*'])('src/a.ts')).toBe(true);
    expect(globMatcher([])('a')).toBe(false);
  });

  test.each([
    ['many stars', 'a*'.repeat(200) + 'b', 'a'.repeat(250)],
    ['many braces', '{a,b}'.repeat(90), 'a'.repeat(90)],
    ['nested braces', '{a,'.repeat(120) + '}'.repeat(120), 'a'],
    ['many folders', '**/a/'.repeat(80) + 'b', 'a/'.repeat(80) + 'a'],
    ['pattern lists', '+(+(+(a|aa)))'.repeat(20), 'a'.repeat(250)],
  ])('made to take long, it does not: %s', (_, glob, path) => {
    const begun = performance.now();
    const matches = globMatcher([glob]);
    for (let i = 0; i < 20; i++) matches(path);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
