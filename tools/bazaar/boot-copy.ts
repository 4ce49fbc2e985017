import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LocalBazaar } from '../../examples/bazaar/scripts/run-bazaar.ts';
import { copyApp, WORKSHOP } from './copy-app.ts';
import { dropDatabase, makeDatabase } from './databases.ts';
import { freePort } from '../../examples/bazaar/test/support/free-port.ts';

export type RunningCopy = Omit<LocalBazaar, 'stop'> & { stop(): Promise<void> };

interface Seeded {
  /** The copy that it was made with; its client is built. */
  app: string;
  /** Keys, and the embedded database where no server is there. */
  folder: string;
  database: string | undefined;
}

let template: Promise<Seeded> | undefined;

/** Database and keys of the unbroken app, migrated and seeded once; each copy starts from them. */
const seeded = (): Promise<Seeded> => {
  template ??= (async () => {
    const folder = join(WORKSHOP, `seeded-${process.pid}`);
    // A copy of its own: what is built in it must not get into the others.
    const app = await copyApp(join(WORKSHOP, `seeding-${process.pid}`));
    const database = await makeDatabase();
    const running = await start(app, folder, database);
    await running.stop();
    return { app, folder, database };
  })();
  return template;
};

export const removeSeeded = (): void => {
  for (const name of ['seeded', 'seeding'])
    rmSync(join(WORKSHOP, `${name}-${process.pid}`), { recursive: true, force: true });
};

/** Starts a copy of the app with its stand-ins. One that changes the database's shape gets a database of its own. */
export const bootCopy = async (copy: string, ownDatabase: boolean): Promise<RunningCopy> => {
  const data = join(copy, '.bazaar');
  rmSync(data, { recursive: true, force: true });
  let database: string | undefined;
  if (!ownDatabase) {
    const like = await seeded();
    const draft = mkdtempSync(join(WORKSHOP, 'data-'));
    cpSync(like.folder, draft, { recursive: true });
    renameSync(draft, data);
    takeBuilt(copy, like);
    database = like.database === undefined ? undefined : await makeDatabase(like.database);
  } else {
    mkdirSync(data, { recursive: true });
    database = await makeDatabase();
  }
  const running = await start(copy, data, database);
  return {
    ...running,
    stop: async () => {
      await running.stop();
      if (database !== undefined) await dropDatabase(database);
    },
  };
};

/** Starts a copy on an embedded database of its own, empty, as `npm start` does. */
export const bootEmbedded = async (copy: string): Promise<RunningCopy> => {
  const data = join(copy, '.bazaar');
  rmSync(data, { recursive: true, force: true });
  return start(copy, data, undefined);
};

/** What browsers receive of the unbroken app, built once; a copy without it builds its own when it starts. */
const takeBuilt = (copy: string, { app }: Seeded): void => {
  const built = join(app, 'dist');
  if (!existsSync(join(copy, 'dist')) && existsSync(built)) cpSync(built, join(copy, 'dist'), { recursive: true });
};

const start = async (copy: string, data: string, database: string | undefined): Promise<RunningCopy> => {
  const port = await freePort();
  const args = ['--optimize-for-size', 'scripts/bazaar.ts', '--port', String(port), '--data', data, '--json'];
  const env = { ...process.env, ...(database === undefined ? {} : { DATABASE_URL: database }) };
  const child = spawn(process.execPath, args, { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
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
