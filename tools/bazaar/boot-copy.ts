import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LocalBazaar } from '../../examples/bazaar/scripts/run-bazaar.ts';
import { original, WORKSHOP } from './copy-app.ts';

export type RunningCopy = Omit<LocalBazaar, 'stop'> & { stop(): Promise<void> };

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

let template: Promise<string> | undefined;

/** Database and keys of the unbroken app, migrated and seeded once; each copy starts from them. */
const seeded = (): Promise<string> => {
  template ??= (async () => {
    const folder = join(WORKSHOP, `seeded-${process.pid}`);
    const running = await start(await original(), folder);
    await running.stop();
    return folder;
  })();
  return template;
};

export const removeSeeded = (): void =>
  rmSync(join(WORKSHOP, `seeded-${process.pid}`), { recursive: true, force: true });

/** Starts a copy of the app with its stand-ins. One that changes the database's shape gets a database of its own. */
export const bootCopy = async (copy: string, ownDatabase: boolean): Promise<RunningCopy> => {
  const data = join(copy, '.bazaar');
  rmSync(data, { recursive: true, force: true });
  if (!ownDatabase) {
    const draft = mkdtempSync(join(WORKSHOP, 'data-'));
    cpSync(await seeded(), draft, { recursive: true });
    renameSync(draft, data);
  } else mkdirSync(data, { recursive: true });
  if (!existsSync(join(copy, 'dist')) && existsSync(join(await original(), 'dist'))) {
    cpSync(join(await original(), 'dist'), join(copy, 'dist'), { recursive: true });
  }
  return start(copy, data);
};

const start = async (copy: string, data: string): Promise<RunningCopy> => {
  const port = await freePort();
  const args = ['--optimize-for-size', 'scripts/bazaar.ts', '--port', String(port), '--data', data, '--json'];
  const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => void (errors.length < 50 && errors.push(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (text.startsWith('{"origin"')) resolve(text);
    });
    void ended.then(() =>
      reject(new Error(`the app did not start: ${Buffer.concat(errors).toString().slice(0, 2000)}`)),
    );
  });
  return {
    ...(JSON.parse(line) as Omit<LocalBazaar, 'stop'>),
    stop: async () => {
      child.kill('SIGINT');
      const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(killer);
    },
  };
};
