import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools/bazaar/shell.ts';
import type { Bazaar } from './start-bazaar.ts';

export interface Schemathesis {
  program: string;
  version: string;
}

/** Newest version from PyPI, in an environment of its own; kept for the next run. Throws what pip said when it cannot be had. */
export const installSchemathesis = (into: string): Schemathesis => {
  const program = join(into, 'bin/st');
  if (!existsSync(program)) {
    mkdirSync(into, { recursive: true });
    must('python3', ['-m', 'venv', into]);
    must(join(into, 'bin/pip'), ['install', '-q', 'schemathesis']);
  }
  return { program, version: must(program, ['--version']).trim() };
};

const must = (file: string, args: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error((error?.message ?? stderr).trim().split('\n').at(-1));
  return stdout;
};

/** A kind of failure at one operation. */
export interface Failure {
  type: string;
  /** `GET /api/orders/{orderId}`. */
  operation: string;
}

export interface SchemathesisRun {
  seconds: number;
  failures: readonly Failure[];
  /** Generated test cases. */
  cases: number;
}

interface Report {
  test_cases: { generated: number };
  failures: { type: string; operations: string[] }[];
}

/**
 * Its own way of testing authorization: two sellers who must not see each other's things, by a Web Fuzzing Commons file. What ends sessions is left
 * out, else it would log itself out; the admin's host too, whose name Python cannot resolve, so that all goes to the main one.
 */
export const runSchemathesis = async (
  { program }: Schemathesis,
  bazaar: Bazaar,
  { seconds, examples }: { seconds: number; examples: number },
): Promise<SchemathesisRun> => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-schemathesis-'));
  try {
    const sellers = bazaar.accounts.filter(({ role }) => role === 'seller').slice(0, 2);
    const tokens = await Promise.all(sellers.map(({ email }) => tokenOf(bazaar, email)));
    const names = tokens.map((_, index) => `seller-${index + 1}`);
    const auth = tokens.map((token, index) => ({
      name: names[index],
      fixedHeaders: [{ name: 'Authorization', value: `Bearer ${token}` }],
    }));
    writeFileSync(join(folder, 'auth.json'), JSON.stringify({ auth }), { mode: 0o600 });
    writeFileSync(
      join(folder, 'schemathesis.toml'),
      `[auth.wfc]\npath = "auth.json"\nuser = "${names[0]}"\npeers = ${JSON.stringify(names)}\n`,
    );
    const args = [
      ['run', `${bazaar.origin}/openapi.json`, '--url', bazaar.origin],
      ['--max-examples', String(examples), '--max-time', String(seconds), '--request-timeout', '5', '-w', '2'],
      ['--continue-on-failure', '--no-shrink', '--exclude-path-regex', '^/api/auth/'],
      ['--report', 'json', '--report-json-path', 'report.json'],
    ].flat();
    const begun = performance.now();
    const { code, stderr, stdout } = await run(program, args, { cwd: folder });
    const took = (performance.now() - begun) / 1000;
    // 1: it found something.
    if (![0, 1].includes(code) || !existsSync(join(folder, 'report.json')))
      throw new Error(`ended with ${code}: ${(stderr || stdout).trim().split('\n').at(-1)}`);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
    const failures = report.failures.flatMap(({ type, operations }) =>
      operations.map((operation) => ({ type, operation })),
    );
    return { seconds: took, failures, cases: report.test_cases.generated };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const tokenOf = async ({ origin, password }: Bazaar, email: string): Promise<string> => {
  const answer = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await answer.json()) as { accessToken?: string };
  if (accessToken === undefined) throw new Error(`a seller could not log in: ${answer.status}`);
  return accessToken;
};
