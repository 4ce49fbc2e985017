import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { walk } from '../../repo/walk.ts';
import { loadProgram } from '../program/load-program.ts';
import type { Program } from '../program/program.ts';

/** For tests: the program of some files, by path, written to disk as a repository has them. */
export const programOf = async (files: Readonly<Record<string, string>>): Promise<Program> => {
  const root = mkdtempSync(join(tmpdir(), 'program-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { signal } = new AbortController();
    return (await loadProgram(root, (await walk(root, signal)).files, signal)).program;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
