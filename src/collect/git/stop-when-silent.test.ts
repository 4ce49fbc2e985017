import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitArguments, gitEnvironment } from './run-git.ts';
import { stopWhenSilent } from './stop-when-silent.ts';

test('git that waits for a pipe in the place of an object is ended', async () => {
  const root = mkdtempSync(join(tmpdir(), 'launch-ready-pipe-'));
  try {
    spawnSync('git', ['init', '-q', root]);
    mkdirSync(join(root, '.git/objects/ab'));
    spawnSync('mkfifo', [join(root, '.git/objects/ab', 'c'.repeat(38))]);
    const child = spawn('git', gitArguments(root, ['cat-file', '--batch-all-objects', '--batch-check']), {
      env: gitEnvironment(),
      stdio: 'ignore',
    });
    const watch = stopWhenSilent(child, 300);
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    watch.end();
    expect(signal).toBe('SIGKILL');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('a child that speaks in time is left alone', async () => {
  const child = spawn('sh', ['-c', 'for i in 1 2 3 4 5 6; do echo $i; sleep 0.1; done'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const watch = stopWhenSilent(child, 400);
  child.stdout.on('data', () => watch.heard());
  const [code] = (await once(child, 'exit')) as [number | null];
  watch.end();
  expect(code).toBe(0);
});
