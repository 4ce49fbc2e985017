import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '../src/db/client.ts';
import { lockFolder } from '../src/db/lock.ts';
import { migrate } from '../src/db/migrate.ts';
import { createDatabase } from './support/database.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'bazaar-lock-'));
  folders.push(made);
  return join(made, 'database');
};

afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

test('a folder is one process’s at a time, and free again when it is given back', () => {
  const path = folder();
  const unlock = lockFolder(path);
  expect(() => lockFolder(path)).toThrow(`in use by process ${process.pid}`);
  unlock();
  lockFolder(path)();
});

test('the lock of a process that was killed is taken over', async () => {
  const path = folder();
  const script = `import('${join(import.meta.dirname, '../src/db/lock.ts')}').then(({ lockFolder }) => { lockFolder(${JSON.stringify(path)}); console.log('locked'); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(() => lockFolder(path)).toThrow(`in use by process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(path)();
});

test('migrating twice changes nothing', async () => {
  const { settings, drop } = await createDatabase();
  const { db, close } = await openDatabase({ DATABASE_URL: undefined, ...settings });
  await migrate(db, settings.DATABASE_URL === undefined);
  const count = async (): Promise<unknown> =>
    db.execute(sql`select count(*)::int as tables from information_schema.tables where table_schema = 'public'`);
  const before = JSON.stringify(await count());
  await migrate(db, settings.DATABASE_URL === undefined);
  expect(JSON.stringify(await count())).toBe(before);
  expect(before).toContain('"tables":');
  await close();
  await drop();
});
