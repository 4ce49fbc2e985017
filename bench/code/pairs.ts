/**
 * Releases with published authorization flaws beside their fixed successors: what the audit finds in the one must be silent in the other.
 * Fetches npm packages; compiled JavaScript counts as source. Usage: node bench/code/pairs.ts
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Pair {
  package: string;
  vulnerable: string;
  fixed: string;
  /** Folder of the package that holds the code. */
  code: string;
  checks: readonly string[];
  /** What the release notes or the diff say was fixed. */
  what: string;
}

const PAIRS: readonly Pair[] = [
  {
    package: '@paperclipai/server',
    vulnerable: '2026.403.0',
    fixed: '2026.416.0',
    code: 'dist',
    checks: ['audit/object-without-owner', 'audit/mutation-without-guard'],
    what: 'agents, their keys and approvals of any company, by any board user',
  },
];

const cli = join(import.meta.dirname, '../../bin/launch-ready.js');

/** Findings of the checks in one release, as `check path:line`. */
const findingsIn = ({ package: name, code, checks }: Pair, version: string): string[] => {
  const work = mkdtempSync(join(tmpdir(), 'pair-'));
  try {
    const packed = execFileSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', work], {
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['xzf', join(work, packed), '-C', work]);
    const app = join(work, 'app');
    mkdirSync(app);
    // A folder `dist` is passed over as built; here it is all there is.
    cpSync(join(work, 'package', code), join(app, 'src'), { recursive: true });
    cpSync(join(work, 'package/package.json'), join(app, 'package.json'));
    const only = checks.flatMap((check) => ['--only', check]);
    const output = run([app, ...only, '--json']);
    const { findings } = JSON.parse(output) as {
      findings: readonly { check: string; where: { path: string; line: number } }[];
    };
    return findings.map(({ check, where }) => `${check} ${where.path}:${where.line}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

/** The exit code tells the verdict, and NO-GO is no failure here. */
const run = (args: readonly string[]): string => {
  try {
    return execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined || stdout === '') throw error;
    return stdout;
  }
};

let failed = false;
for (const pair of PAIRS) {
  const [vulnerable, fixed] = [pair.vulnerable, pair.fixed].map((version) => findingsIn(pair, version));
  console.log(`${pair.package}: ${pair.what}`);
  console.log(
    `  ${pair.vulnerable}: ${vulnerable?.length ?? 0} found\n${(vulnerable ?? []).map((one) => `    ${one}`).join('\n')}`,
  );
  console.log(`  ${pair.fixed}: ${fixed?.length ?? 0} left\n${(fixed ?? []).map((one) => `    ${one}`).join('\n')}`);
  failed ||= vulnerable?.length === 0 || fixed?.length !== 0;
}
if (failed) process.exitCode = 1;
