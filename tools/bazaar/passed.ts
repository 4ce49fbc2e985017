import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSHOP } from './copy-app.ts';
import type { FlawResult } from './run-flaw.ts';
import { mustRun } from './shell.ts';

const FILE = join(WORKSHOP, 'passed.json');
const ROOT = join(import.meta.dirname, '../..');

interface State {
  /** Of everything that a result depends on: the program, the tools, the app and its flaws. */
  fingerprint: string;
  results: Record<string, FlawResult>;
}

/** What passed in an earlier run over the very same files, so that a run after a failure does not begin anew. */
export class Passed {
  readonly #state: State;

  private constructor(state: State) {
    this.#state = state;
  }

  static async open(reuse: boolean): Promise<Passed> {
    const fingerprint = await fingerprintOf(['src', 'tools/bazaar', 'examples/bazaar']);
    const kept = reuse ? read() : undefined;
    return new Passed(kept?.fingerprint === fingerprint ? kept : { fingerprint, results: {} });
  }

  get(id: string): FlawResult | undefined {
    return this.#state.results[id];
  }

  put(id: string, result: FlawResult): void {
    if (result.state === 'failed') delete this.#state.results[id];
    else this.#state.results[id] = result;
    writeFileSync(FILE, JSON.stringify(this.#state));
  }
}

const read = (): State | undefined => {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as State;
  } catch {
    return undefined;
  }
};

const fingerprintOf = async (folders: readonly string[]): Promise<string> => {
  const list = await mustRun('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: ROOT,
  });
  const hash = createHash('sha256');
  for (const path of [...new Set(list.split('\0'))].filter(Boolean).sort()) {
    hash.update(`${path}\0`);
    try {
      hash.update(readFileSync(join(ROOT, path)));
    } catch {
      hash.update('gone');
    }
  }
  return hash.digest('hex');
};
