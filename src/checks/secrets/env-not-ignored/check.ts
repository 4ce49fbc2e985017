import { defineCheck } from '../../../model/check.ts';
import type { EnvEvidence, EnvFile } from '../../../model/evidence/env.ts';
import type { Defect } from '../../../model/finding.ts';
import { isReal, secretsOf } from '../environment/files.ts';
import { listed } from '../environment/words.ts';
import { plural, printable, shellWord } from '../leak/text.ts';

const MOST_PLACES = 20;
/** What `.env` and `.env.*` match in any folder. */
const COVERED = /(?:^|\/)\.env(?:\.[^/]*)?$/;

/** Files that are one `git add .` away from a commit. */
const waitingIn = (env: EnvEvidence): EnvFile[] =>
  env.files.filter((file) => isReal(file) && !file.tracked && !file.ignored && secretsOf(file).length > 0);

/** The names that every framework reads, where no rule covers them and nothing is committed there yet. */
const uncoveredIn = (env: EnvEvidence): string[] => {
  const tracked = new Set(env.files.filter((file) => file.tracked).map((file) => file.path));
  const open = env.gitIgnores
    .filter(({ name, ignored }) => (name === '.env' || name === '.env.local') && !ignored && !tracked.has(name))
    .map(({ name }) => name);
  const readsFiles =
    env.files.length > 0 ||
    env.uses.some((use) => use.role === 'app' && (use.publicPrefix !== null || use.via === 'import.meta.env'));
  return open.includes('.env') && readsFiles ? open : [];
};

const isMild = (file: EnvFile): boolean =>
  file.environment === 'test' || secretsOf(file).every((secret) => secret.mode === 'test');

/** One missing rule is one mistake, however many files wait for it. */
const missingRule = (waiting: readonly EnvFile[], open: readonly string[]): Defect[] => {
  const [first, ...rest] = waiting.toSorted(
    (a, b) => Number(isMild(a)) - Number(isMild(b)) || a.path.localeCompare(b.path),
  );
  const rule = `No ignore rule of this repository covers ${listed(open)}: git check-ignore answers nothing.`;
  if (first === undefined)
    return open.length === 0
      ? []
      : [
          {
            key: '.gitignore',
            where: { path: '.gitignore' },
            proof: { kind: 'absence', text: rule },
            data: { path: '.env', others: [] },
          },
        ];
  const names = [...new Set(waiting.flatMap((file) => secretsOf(file).map((secret) => secret.name)))];
  const many = rest.length > 0;
  return [
    {
      key: '.gitignore',
      title: many
        ? `${plural(waiting.length, 'env file')} with secrets are not ignored by git`
        : 'An env file with secrets is not ignored by git',
      severity: isMild(first) ? 'medium' : 'high',
      where: { path: first.path, line: secretsOf(first)[0]?.line ?? 1 },
      proof: {
        kind: 'file',
        text: `${listed([first, ...rest].map((file) => file.path))} ${many ? 'hold' : 'holds'} ${listed(names)}; git neither tracks nor ignores ${many ? 'them' : 'it'}.${open.length === 0 ? '' : ` ${rule}`}`,
        ...(many
          ? { more: rest.slice(0, MOST_PLACES).map((file) => `${file.path}:${secretsOf(file)[0]?.line ?? 1}`) }
          : {}),
      },
      data: { path: first.path, others: waiting.map((file) => file.path).filter((path) => !COVERED.test(path)) },
    },
  ];
};

export default defineCheck({
  id: 'secrets/env-not-ignored',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Git ignores env files', fail: 'Git does not ignore `.env`' },
  why: 'The first `git add .` after somebody puts keys into `.env` commits them, and a pushed key has to be rotated.',
  references: ['CWE-540', 'https://git-scm.com/docs/gitignore'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    if (env.gitIgnores.length === 0 || (env.files.length === 0 && env.uses.length === 0)) return 'not-applicable';
    return missingRule(waitingIn(env), uncoveredIn(env));
  },
  fix: (defect) => {
    const { path, others } = defect.data as { path: string; others: readonly string[] };
    return {
      steps: [
        'Add the lines below to .gitignore.',
        'Commit .gitignore before anything else.',
        `See that it took: git check-ignore -v -- ${shellWord(path)}`,
      ],
      snippet: {
        path: '.gitignore',
        language: 'gitignore',
        content: `.env\n.env.*\n!.env.example\n${others.map((other) => `${printable(other)}\n`).join('')}`,
      },
      verify: `git check-ignore -v -- ${shellWord(path)}`,
    };
  },
});
