import { defineCheck } from '../../../model/check.ts';
import type { EnvEvidence } from '../../../model/evidence/env.ts';
import type { Defect } from '../../../model/finding.ts';
import { isReal, secretsOf } from '../environment/files.ts';
import { listed } from '../environment/words.ts';
import { printable, shellWord } from '../leak/text.ts';

/** Files that are one `git add .` away from a commit. */
const waiting = (env: EnvEvidence): Defect[] =>
  env.files
    .filter((file) => isReal(file) && !file.tracked && !file.ignored && secretsOf(file).length > 0)
    .map((file) => ({
      key: file.path,
      title: 'An env file with secrets is not ignored by git',
      severity:
        file.environment === 'test' || secretsOf(file).every((secret) => secret.mode === 'test') ? 'medium' : 'high',
      where: { path: file.path, line: secretsOf(file)[0]?.line ?? 1 },
      proof: {
        kind: 'file',
        text: `${printable(file.path)} holds ${listed(secretsOf(file).map((secret) => secret.name))}; git neither tracks nor ignores it.`,
      },
      data: { path: file.path },
    }));

/** The name that every framework reads, where no rule covers it and nothing stands there yet. */
const uncovered = (env: EnvEvidence): Defect[] => {
  const names = env.gitIgnores
    .filter(({ name, ignored }) => (name === '.env' || name === '.env.local') && !ignored)
    .map(({ name }) => name);
  const tracked = new Set(env.files.filter((file) => file.tracked).map((file) => file.path));
  const open = names.filter((name) => !tracked.has(name));
  const readsFiles =
    env.files.length > 0 ||
    env.uses.some((use) => use.role === 'app' && (use.publicPrefix !== null || use.via === 'import.meta.env'));
  if (!open.includes('.env') || !readsFiles) return [];
  return [
    {
      key: '.gitignore',
      where: { path: '.gitignore' },
      proof: {
        kind: 'absence',
        text: `No ignore rule of this repository covers ${listed(open)}: git check-ignore answers nothing.`,
      },
      data: { path: '.env' },
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
    return [...waiting(env), ...uncovered(env)];
  },
  fix: (defect) => {
    const { path } = defect.data as { path: string };
    return {
      steps: [
        'Add the lines below to .gitignore.',
        'Commit .gitignore before anything else.',
        `See that it took: git check-ignore -v -- ${shellWord(path)}`,
      ],
      snippet: { path: '.gitignore', language: 'gitignore', content: '.env\n.env.*\n!.env.example\n' },
      verify: `git check-ignore -v -- ${shellWord(path)}`,
    };
  },
});
