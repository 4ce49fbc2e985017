import { describe, expect, test } from 'vitest';
import type { GitFacts } from './git-facts.ts';
import { exposureOf, type Layout } from './layout.ts';

const git: GitFacts = {
  head: null,
  branch: null,
  remotes: [],
  shallow: false,
  partial: false,
  bare: false,
  submodules: [],
  prefix: '',
  tracked: new Map([
    ['src/a.ts', 'x'],
    ['logs/kept.log', 'x'],
    ['private/kept.ts', 'x'],
  ]),
  ignored: new Set(['.env', 'private/']),
  roots: [],
  untold: [],
};
const layout: Layout = { git, clientOutputs: ['dist/'], statics: ['public/'] };

describe('who can see a file', () => {
  test.each([
    ['dist/app.js', 'client'],
    ['public/config.json', 'client'],
    ['public/notes.docx', 'untracked'],
    ['src/a.ts', 'tracked'],
    ['private/kept.ts', 'tracked'],
    ['logs/kept.log', 'tracked'],
    ['logs/app.log', 'log'],
    ['.next/server/app.js', 'build'],
    ['src/new.ts', 'untracked'],
    ['.env', 'local'],
    ['.env.production', 'untracked'],
    ['private/b.ts', 'local'],
    ['private/old.zip!inner/a.ts', 'local'],
  ])('%s: %s', (path, exposure) => expect(exposureOf(path, layout)).toBe(exposure));

  test('without git all but env files, logs and builds is taken for what is handed on', () => {
    const bare: Layout = { ...layout, git: null };
    expect(['src/new.ts', '.env', 'logs/app.log', 'build/x.js'].map((path) => exposureOf(path, bare))).toEqual([
      'tracked',
      'local',
      'log',
      'build',
    ]);
  });
});
