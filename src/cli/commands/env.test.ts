import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launch, workFolder } from '../testing/run-bin.ts';
import { commitAll, liveKey } from '../testing/sample-app.ts';

let folder = workFolder();
beforeEach(() => {
  folder = workFolder();
  folder.write('server.js', 'const key = process.env.STRIPE_SECRET_KEY;\n');
  folder.write('.env.production', `STRIPE_SECRET_KEY=${liveKey()}\n`);
  commitAll(folder.path);
});
afterEach(() => folder.remove());

test('three documents on stdout, without a value', async () => {
  const ran = await launch(folder.path, ['env']);
  expect(ran.code).toBe(0);
  const titles = ran.stdout.split('\n').filter((line) => /^# [TWR]/.test(line));
  expect(titles).toEqual(['# The production env file', '# Which keys live where', '# Rotation checklist']);
  expect(ran.stdout).toContain('STRIPE_SECRET_KEY=');
  expect(ran.stdout).not.toContain(liveKey());
});

test('--json is pure', async () => {
  const ran = await launch(folder.path, ['env', '--json']);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    variables: [{ name: 'STRIPE_SECRET_KEY' }],
    rotate: [{ ruleName: 'Stripe secret key' }],
  });
  expect(ran.stdout).not.toContain(liveKey());
});

test('--write keeps the three documents', async () => {
  const ran = await launch(folder.path, ['env', '--write', 'docs/launch', '--quiet']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  const files = readdirSync(join(folder.path, 'docs/launch')).sort();
  expect(files).toEqual(['key-locations.md', 'production-env.md', 'rotation-checklist.md']);
  for (const name of files) {
    expect(ran.stdout).toContain(name);
    expect(readFileSync(join(folder.path, 'docs/launch', name), 'utf8')).toMatch(/^# /);
  }
});

test('a folder that cannot be written is one line and exit code 2', async () => {
  const ran = await launch(folder.path, ['env', '--write', 'server.js/docs', '--quiet']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toMatch(/^launch-ready: server\.js\/docs\/.* a part of the path is a file.*\n$/);
});
