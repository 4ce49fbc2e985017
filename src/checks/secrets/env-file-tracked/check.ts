import { defineCheck } from '../../../model/check.ts';
import type { EnvFile } from '../../../model/evidence/env.ts';
import type { Defect } from '../../../model/finding.ts';
import type { Severity } from '../../../model/severity.ts';
import { isReal, secretsOf } from '../environment/files.ts';
import { listed } from '../environment/words.ts';
import { printable, shellWord } from '../leak/text.ts';

/**
 * Secrets block a launch. Sandbox keys and test fixtures do not move money. Without secrets it is a habit to break: worse in
 * the file where the next key will land than in one that frameworks document as committed defaults.
 */
const severityOf = (file: EnvFile): Severity | null => {
  const secrets = secretsOf(file);
  if (secrets.length > 0) {
    const onlySandbox = secrets.every((secret) => secret.mode === 'test');
    return onlySandbox || file.environment === 'test' ? 'medium' : 'blocker';
  }
  if (file.variables.length === 0 || file.environment === 'test') return null;
  return file.environment === 'unknown' || file.environment === 'local' ? 'medium' : 'low';
};

const defectOf = (file: EnvFile): Defect[] => {
  const severity = severityOf(file);
  if (severity === null) return [];
  const secrets = secretsOf(file);
  const path = printable(file.path);
  const shown = secrets.map((secret) => `${secret.name} (${secret.masked ?? '****'})`);
  const text =
    secrets.length > 0
      ? `git tracks ${path}, and it holds ${listed(shown)}.`
      : `git tracks ${path} with ${file.variables.length} settings; none of them looks like a secret today.`;
  return [
    {
      key: file.path,
      where: { path: file.path, line: secrets[0]?.line ?? file.variables[0]?.line ?? 1 },
      severity,
      proof: { kind: 'file', text, more: secrets.slice(0, 10).map((secret) => `${file.path}:${secret.line}`) },
      data: { path: file.path, names: secrets.map((secret) => secret.name) },
      ...(secrets.length > 0
        ? { title: 'An env file with secrets is tracked by git' }
        : {
            why: 'The file is in every clone and every copy on the host of your code; the next key that somebody adds to it goes public with the next push.',
            effort: 'minutes',
          }),
    },
  ];
};

export default defineCheck({
  id: 'secrets/env-file-tracked',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'No env file is tracked by git', fail: 'An env file is tracked by git' },
  why: 'Everyone who can read the repository, now or later, has these keys: staff, contractors, leaked laptops, and everybody once it is public.',
  references: ['CWE-540', 'OWASP ASVS 5.0 13.3.1', 'https://12factor.net/config'],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    const real = env.files.filter(isReal);
    if (env.files.length === 0 && env.uses.length === 0) return 'not-applicable';
    return real.filter((file) => file.tracked).flatMap(defectOf);
  },
  fix: (defect) => {
    const { path, names } = defect.data as { path: string; names: readonly string[] };
    const rotate =
      names.length === 0
        ? []
        : [
            `Rotate ${listed(names, 4)} at ${names.length === 1 ? 'its provider' : 'their providers'}: removing the file does not take ${names.length === 1 ? 'the value' : 'the values'} back. \`npx launch-ready env\` prints the steps.`,
          ];
    return {
      steps: [
        ...rotate,
        `Stop tracking the file and keep it here: git rm --cached -- ${shellWord(path)}`,
        'Add the lines below to .gitignore and commit.',
        'Put the values into the environment settings of your host, one set for each environment.',
        ...(names.length === 0
          ? []
          : [
              'The old values stay in git history: rewriting it (git filter-repo) comes after rotation, not instead of it.',
            ]),
      ],
      snippet: { path: '.gitignore', language: 'gitignore', content: '.env\n.env.*\n!.env.example\n' },
      verify: `git ls-files -- ${shellWord(path)}  # prints nothing`,
    };
  },
});
