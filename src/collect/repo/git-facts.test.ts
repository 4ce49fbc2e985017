import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareAddress, readGitFacts, rootCommits } from './git-facts.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launch-ready-facts-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const signal = new AbortController().signal;
const git = (...args: string[]): string => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8' });

describe('what git cannot tell is said', () => {
  test('no repository is no fault', async () => expect(await readGitFacts(root, signal)).toBeNull());

  test('a repository without git installed', async () => {
    git('init', '-q');
    mkdirSync(join(root, 'below'));
    const path = process.env['PATH'];
    process.env['PATH'] = root;
    try {
      expect(await readGitFacts(join(root, 'below'), signal)).toBe('git is not installed');
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('a damaged repository', async () => {
    mkdirSync(join(root, '.git'));
    expect(await readGitFacts(root, signal)).toContain('git did not answer');
  });

  test('a damaged index', async () => {
    git('init', '-q');
    writeFileSync(join(root, '.git/index'), 'DIRCnonsense that is no index at all');
    expect(await readGitFacts(root, signal)).toMatchObject({
      untold: ['the files that git tracks', 'the files that git ignores'],
    });
  });
});

describe('an address loses what signs one in', () => {
  test.each([
    ['https://github.com/a/b.git', 'https://github.com/a/b.git'],
    ['https://user:pass@git.example.org/a', 'https://git.example.org/a'],
    ['https://user:p@s/s@git.example.org/a', 'https://git.example.org/a'],
    ['https://git.example.org/a?private_token=abc', 'https://git.example.org/a'],
    ['git@github.com:a/b.git', 'git@github.com:a/b.git'],
    ['token@github.com:a/b.git', 'github.com:a/b.git'],
    ['../other', '../other'],
  ])('%s', (url, bare) => expect(bareAddress(url)).toBe(bare));
});

test('a project keeps its name when something is stashed or a branch begins anew', async () => {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@b.c'];
  git('init', '-q', '-b', 'main');
  git(...identity, 'commit', '-q', '--allow-empty', '-m', 'first');
  const before = await rootCommits(root, signal);
  expect(before).toEqual([git('rev-parse', 'HEAD').trim()]);
  writeFileSync(join(root, 'new.txt'), '1');
  git(...identity, 'stash', '-q', '-u');
  git('checkout', '-q', '--orphan', 'pages');
  git(...identity, 'commit', '-q', '--allow-empty', '-m', 'pages');
  git('checkout', '-q', 'main');
  expect(await rootCommits(root, signal)).toEqual(before);
});
