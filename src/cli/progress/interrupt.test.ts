import { spawn } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BIN, cleanEnvironment, workFolder } from '../testing/run-bin.ts';
import { commitAll } from '../testing/sample-app.ts';

let folder = workFolder();
beforeEach(() => {
  folder = workFolder();
});
afterEach(() => folder.remove());

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const run = (args: readonly string[], env: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, args, { cwd: join(folder.path, 'app'), env: cleanEnvironment(env) });
  const said: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ ...said, code })));
  return { child, ended };
};

test('the first Ctrl-C ends the work; the report says so and it is no pass', async () => {
  folder.write('app/index.js', 'run();\n');
  commitAll(join(folder.path, 'app'));
  // A git that never answers and does not go away when asked.
  folder.write(
    'bin/git',
    `#!/bin/sh\ntrap '' TERM\necho $$ > '${folder.path}/bin/started.part'\nmv '${folder.path}/bin/started.part' '${folder.path}/bin/started'\nexec tail -f /dev/null\n`,
    0o755,
  );
  const started = new Promise<void>((resolve) => {
    const watcher = watch(join(folder.path, 'bin'), () => {
      if (!existsSync(join(folder.path, 'bin/started'))) return;
      watcher.close();
      resolve();
    });
  });
  const { child, ended } = run([BIN], { PATH: join(folder.path, 'bin') + delimiter + (process.env['PATH'] ?? '') });
  await started;
  child.kill('SIGINT');
  const ran = await ended;
  process.kill(Number(readFileSync(join(folder.path, 'bin/started'), 'utf8')), 'SIGKILL');
  expect(ran.stderr).toContain('Press Ctrl-C again');
  expect(ran.stdout.split('\n')[0]).toContain('UNDECIDED');
  expect(ran.stdout).toContain('Do first   Run `npx launch-ready` again and let it finish.');
  expect(ran.stdout).not.toContain('not collected');
  expect(ran.stdout.trimEnd()).toMatch(/NEXT\nnpx launch-ready$/);
  expect(ran.code).toBe(130);
  expect(existsSync(join(folder.path, 'app/.launch-ready'))).toBe(false);
});

test('a second Ctrl-C ends a process that does not stop, with exit code 130', async () => {
  folder.write('app/index.js', '');
  const module = pathToFileURL(join(import.meta.dirname, 'interrupt.ts')).href;
  const stubborn = `import { listenForInterrupt } from ${JSON.stringify(module)};
    const { signal } = listenForInterrupt(() => {});
    signal.addEventListener('abort', () => console.log('aborted'));
    setInterval(() => {}, 1000);
    console.log('ready');`;
  const { child, ended } = run(['--input-type=module', '--eval', stubborn], {});
  child.stdout.once('data', () => {
    const again = setInterval(() => child.kill('SIGINT'), 100);
    child.on('exit', () => clearInterval(again));
  });
  expect(await ended).toEqual({ code: 130, stdout: 'ready\naborted\n', stderr: '' });
});
