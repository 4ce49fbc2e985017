import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBounded } from './read-file.ts';

const root = mkdtempSync(join(tmpdir(), 'launch-ready-read-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string): string => join(root, name);

test('reads up to the limit and says that more follows', () => {
  writeFileSync(at('a'), '0123456789');
  expect(readBounded(at('a'), 10)).toEqual({ bytes: Buffer.from('0123456789'), cut: false });
  expect(readBounded(at('a'), 4)).toEqual({ bytes: Buffer.from('0123'), cut: true });
});

test('never goes through a link, and never waits for a pipe', () => {
  writeFileSync(at('target'), 'x');
  symlinkSync(at('target'), at('link'));
  expect(readBounded(at('link'), 10)).toEqual({ skipped: 'symbolic link' });
  spawnSync('mkfifo', [at('pipe')]);
  expect(readBounded(at('pipe'), 10)).toEqual({ skipped: 'special file' });
  expect(readBounded(root, 10)).toEqual({ skipped: 'special file' });
  expect(readBounded(at('none'), 10)).toEqual({ skipped: 'unreadable' });
});
