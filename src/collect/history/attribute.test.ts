import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { attributeBlobs } from './attribute.ts';
import { listObjects } from './list-objects.ts';

const never = new AbortController().signal;
const root = mkdtempSync(join(tmpdir(), 'launch-ready-attribute-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let clock = 1_700_000_000;
const git = (...args: string[]): string => {
  const date = `${clock++} +0000`;
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  const run = spawnSync('git', ['-C', root, '-c', 'user.name=Ünal X', '-c', 'user.email=a@b', ...args], { env });
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return run.stdout.toString().trim();
};

const commit = (files: Readonly<Record<string, string>>): string => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  return git('rev-parse', 'HEAD');
};

const blob = (at: string): string => git('rev-parse', at);

test('tells where each blob came in first, on branches, by merges and in commits that nothing reaches', async () => {
  git('init', '-q', '-b', 'main');
  const first = commit({ 'a name\twith :colons': 'one', other: 'x' });
  commit({ 'a name\twith :colons': 'two', copy: 'one' });
  git('checkout', '-q', '-b', 'side');
  commit({ other: 'side' });
  git('checkout', '-q', 'main');
  commit({ other: 'main' });
  spawnSync('git', ['-C', root, 'merge', '-q', 'side'], { stdio: 'ignore' });
  const merge = commit({ other: 'only the merge' });
  git('checkout', '-q', '-b', 'lost');
  const lost = commit({ lost: 'lost' });
  const lostBlob = blob('HEAD:lost');
  git('checkout', '-q', 'main');
  git('branch', '-q', '-D', 'lost');
  const wanted = new Set([
    blob(`${first}:a name\twith :colons`),
    blob(`${merge}:other`),
    lostBlob,
    // Begins like one that is there.
    `${lostBlob.slice(0, 30)}${'0'.repeat(10)}`,
  ]);
  const { commits } = await listObjects(root, never);
  const { origins, complete } = await attributeBlobs(root, wanted, commits, never);
  expect(complete).toBe(true);
  const told = [...wanted].map((oid) => {
    const origin = origins.get(oid);
    return origin && { path: origin.path, commit: origin.commit, reach: origin.reach, author: origin.author };
  });
  expect(told).toEqual([
    { path: 'a name\twith :colons', commit: first, reach: 'branch', author: 'Ünal X' },
    { path: 'other', commit: merge, reach: 'branch', author: 'Ünal X' },
    { path: 'lost', commit: lost, reach: 'loose', author: 'Ünal X' },
    undefined,
  ]);
});

test('reads a long log, in whatever pieces it comes', async () => {
  const rounds = [1, 2, 3, 4].map((round) => {
    const files = Array.from({ length: 400 }, (_, i) => {
      const text = `${round} of ${i}`;
      return `M 100644 inline file-${i}-${'ü'.repeat(80)}\ndata ${text.length}\n${text}\n`;
    });
    return `commit refs/heads/long\ncommitter X <a@b> ${round} +0000\ndata 1\nx\n${files.join('')}`;
  });
  expect(spawnSync('git', ['-C', root, 'fast-import', '--quiet'], { input: rounds.join('\n') }).status).toBe(0);
  const oids = git('ls-tree', '-r', 'long~2')
    .split('\n')
    .map((line) => line.split(/[ \t]/)[2] ?? '');
  const { commits } = await listObjects(root, never);
  const { origins } = await attributeBlobs(root, new Set(oids), commits, never);
  expect([...origins.keys()].toSorted()).toEqual(oids.toSorted());
  expect(new Set([...origins.values()].map((origin) => origin.commit))).toEqual(new Set([git('rev-parse', 'long~2')]));
});
