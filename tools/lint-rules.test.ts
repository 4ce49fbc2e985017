import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '..');

/** Type-aware rules want one; the repository's own needs packages that the tree does not have. */
const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, module: 'nodenext', allowImportingTsExtensions: true, noEmit: true, types: [] },
});

type Files = Readonly<Record<string, string>>;

/** `file → rules that complain there`, by the repository's own config in a tree of its own. */
const lint = async (files: Files): Promise<Map<string, string[]>> => {
  const root = mkdtempSync(join(tmpdir(), 'lint-rules-'));
  try {
    cpSync(join(repository, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
    writeFileSync(join(root, 'tsconfig.json'), TSCONFIG);
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint');
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, [oxlint, '--type-aware', '--format', 'json'], { cwd: root }, (_, stdout) =>
        resolve(stdout),
      );
    });
    const { diagnostics } = JSON.parse(output) as {
      diagnostics: { filename: string; code?: string; message: string }[];
    };
    const byFile = Map.groupBy(diagnostics, (one) => one.filename.replaceAll('\\', '/'));
    return new Map([...byFile].map(([file, found]) => [file, found.map((one) => one.code ?? one.message)]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** What each room may import, by design.md. Everything else of `ROOMS` is forbidden to it. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  net: ['model'],
  review: ['model'],
  checks: ['model'],
  fix: ['model'],
  report: ['model'],
  collect: ['model', 'net'],
  probe: ['model', 'net'],
  monitor: ['model', 'net'],
  serve: ['model', 'net', 'review', 'collect', 'probe', 'checks', 'fix', 'report', 'monitor'],
  cli: ['model', 'net', 'review', 'collect', 'probe', 'checks', 'fix', 'report', 'monitor', 'serve'],
};
const ROOMS = Object.keys(FLOORS);

const importing = (path: string): string => `import { thing } from '${path}';\nexport const other = thing;\n`;

const steps = ROOMS.flatMap((from) => ROOMS.filter((to) => to !== from).map((to) => ({ from, to })));
const pathOf = ({ from, to }: { from: string; to: string }): string => `src/${from}/nested/uses-${to}.ts`;
const isAllowed = ({ from, to }: { from: string; to: string }): boolean => FLOORS[from]?.includes(to) === true;

const RESTRICTED = 'eslint(no-restricted-imports)';

/** One file a rule that it must break. */
const OFFENCES: readonly (readonly [path: string, content: string, rule: string])[] = [
  ['src/model/reads-file.ts', importing('node:fs'), RESTRICTED],
  ['src/checks/edge/x/check.ts', importing('tldts'), RESTRICTED],
  ['src/review/reads-file.ts', importing('node:fs/promises'), RESTRICTED],
  ['src/report/runs.ts', importing('node:child_process'), RESTRICTED],
  ['src/collect/uses-program.ts', importing('../program.ts'), RESTRICTED],
  ['src/program.ts', importing('./cli/main.ts'), RESTRICTED],
  ['src/fix/type-only.ts', "export type { Net } from '../net/net.ts';\n", RESTRICTED],
  ['src/collect/prints.ts', "console.log('hello');\n", 'eslint(no-console)'],
  ['src/serve/exits.ts', 'process.exit(1);\n', 'eslint(no-restricted-properties)'],
  ['src/review/clock.ts', 'export const now = Date.now();\n', 'eslint(no-restricted-properties)'],
  ['src/checks/edge/x/dice.ts', 'export const dice = Math.random();\n', 'eslint(no-restricted-properties)'],
  [
    'src/checks/edge/x/asks.ts',
    "export const answer = fetch('https://example.com');\n",
    'eslint(no-restricted-globals)',
  ],
  ['src/cli/floats.ts', 'const work = async (): Promise<void> => {};\nwork();\n', 'typescript(no-floating-promises)'],
  ['src/cli/any.ts', 'export const value: any = 1;\n', 'typescript(no-explicit-any)'],
  [
    'src/cli/cycle-a.ts',
    "import { b } from './cycle-b.ts';\nexport const a = (): number => b();\n",
    'import(no-cycle)',
  ],
];

const CLEAN: Files = {
  'src/model/thing.ts': 'export const thing = 1;\n',
  'src/model/evidence/deep.ts': importing('../thing.ts'),
  'src/checks/edge/x/check.ts': importing('../../../model/thing.ts'),
  'src/checks/edge/x/check.test.ts':
    "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
  'src/checks/registry.generated.ts': importing('./monitor/x/check.ts'),
  'src/checks/testing/load.ts':
    "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
  'src/collect/reads-file.ts':
    "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n",
  'src/program.ts': importing('./collect/thing.ts'),
  'src/cli/prints.ts': "console.log('hello');\nprocess.exitCode = 1;\n",
};

let offended: Map<string, string[]>;

beforeAll(async () => {
  const cycle = { 'src/cli/cycle-b.ts': "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n" };
  const forbidden = Object.fromEntries(steps.map((step) => [pathOf(step), importing(`../../${step.to}/thing.ts`)]));
  const targets = Object.fromEntries(ROOMS.map((room) => [`src/${room}/thing.ts`, 'export const thing = 1;\n']));
  const offences = Object.fromEntries(OFFENCES.map(([path, content]) => [path, content]));
  offended = await lint({ ...targets, ...forbidden, ...offences, ...cycle });
});

describe('the floors', () => {
  test('name every room that there is', () => {
    const rooms = readdirSync(join(repository, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(ROOMS).toEqual(expect.arrayContaining(rooms.map((room) => room.name)));
  });

  test.each(steps.filter((step) => !isAllowed(step)))('$from must not import $to', (step) => {
    expect(offended.get(pathOf(step))).toEqual([RESTRICTED]);
  });

  test.each(steps.filter(isAllowed))('$from may import $to', (step) => {
    expect(offended.get(pathOf(step))).toBeUndefined();
  });
});

describe('each rule is seen to fail', () => {
  test.each(OFFENCES)('%s', (path, _, rule) => {
    expect(offended.get(path)).toContain(rule);
  });
});

describe('what is allowed', () => {
  let clean: Map<string, string[]>;

  beforeAll(async () => {
    clean = await lint(CLEAN);
  });

  test('raises nothing', () => {
    expect([...clean]).toEqual([]);
  });
});
