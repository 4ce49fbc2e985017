import { expect, test } from 'vitest';
import { nextAt } from './next-at.ts';

test.each([
  ['npx launch-ready', 'npx launch-ready ../shop'],
  ['npx launch-ready init', 'npx launch-ready init ../shop'],
  ['npx launch-ready --save-baseline', 'npx launch-ready ../shop --save-baseline'],
  ['npx launch-ready explain secrets/env-file-tracked', 'npx launch-ready explain secrets/env-file-tracked'],
  ['npx launch-ready list', 'npx launch-ready list'],
  ['git fetch --unshallow', 'cd ../shop && git fetch --unshallow'],
])('%s of another folder is %s', (next, expected) => {
  expect(nextAt(next, '../shop')).toBe(expected);
  expect(nextAt(next, undefined)).toBe(next);
  expect(nextAt(next, '.')).toBe(next);
});

test('a name is quoted, and an address is not entered', () => {
  expect(nextAt('npx launch-ready init', "it's")).toBe(String.raw`npx launch-ready init 'it'\''s'`);
  expect(nextAt('npm run build', '$(id)\n')).toBe(String.raw`cd $'$(id)\x0a' && npm run build`);
  expect(nextAt('npm run build', 'file:///shop.git')).toBe('npm run build');
});

test('a running app is named by its address, once', () => {
  const app = 'https://app.example.com';
  expect(nextAt('npx launch-ready', app)).toBe(`npx launch-ready ${app}`);
  expect(nextAt(`npx launch-ready --target ${app}`, app)).toBe(`npx launch-ready --target ${app}`);
  expect(nextAt('git fetch --unshallow', app)).toBe('git fetch --unshallow');
});
