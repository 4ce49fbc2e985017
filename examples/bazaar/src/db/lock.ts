import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * The embedded database does not notice a second process on its folder, and two destroy it. A file beside the folder names the process
 * that has it; one left by a process that is gone is taken over. Returns the function that gives it back.
 */
export const lockFolder = (folder: string): (() => void) => {
  const path = `${folder}.lock`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(path, 'utf8'));
      if (isRunning(owner)) {
        throw new Error(
          `The database in ${folder} is in use by process ${owner}. Stop it, or set DATABASE_URL or DATA_DIR.`,
          {
            cause: error,
          },
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new Error(`The lock ${path} could not be taken.`);
};

const isRunning = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
