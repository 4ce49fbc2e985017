import { defineCheck } from '../../../model/check.ts';
import { isStrongSecretName, prefixIn } from '../environment/public-names.ts';
import { again, listed } from '../environment/words.ts';
import { printable, shellWord, shortCommit } from '../leak/text.ts';

const isMeantPublic = (name: string): boolean => {
  const prefix = prefixIn(name, new Set());
  return prefix !== null && !isStrongSecretName(name, prefix);
};

/** Env files of test projects and fixtures. */
const OF_TESTS =
  /(?:^|\/)(?:tests?|__tests__|e2e|integration-tests?|fixtures?|__fixtures__|cypress|playwright)\/|(?:^|\/)\.env[._-](?:test|e2e|ci)(?:[._-]|$)/i;

export default defineCheck({
  id: 'secrets/env-file-in-history',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'No env file with secrets is in git history', fail: 'An env file with secrets is in git history' },
  why: 'Deleting a file does not delete it from git: anyone with a clone can read the old keys with one command, and bots do so within minutes of a repository going public.',
  references: [
    'CWE-540',
    'OWASP ASVS 5.0 13.3.1',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
  ],
  needs: ['env.files'],
  evaluate: ({ 'env.files': env }) => {
    if (env.gitIgnores.length === 0) return 'not-applicable';
    return env.inHistory.flatMap((file) => {
      const secrets = file.secrets ?? [];
      if (secrets.length === 0) return [];
      return [
        {
          key: file.path,
          // Given to browsers by its name: what history shows, the site shows as well. A real key in a test is told by its format.
          ...(secrets.every(isMeantPublic) || OF_TESTS.test(file.path) ? { severity: 'medium' as const } : {}),
          where: { path: file.path, commit: file.commit },
          proof: {
            kind: 'git' as const,
            text: `${printable(file.path)} is not in the repository any more, but commit ${shortCommit(file.commit)} of ${file.date.slice(0, 10)} holds it with ${listed(secrets)}. To see it: git show ${shortCommit(file.commit)}:${shellWord(file.path)}`,
          },
          data: { path: file.path, secrets },
        },
      ];
    });
  },
  fix: (defect) => {
    const { path, secrets } = defect.data as { path: string; secrets: readonly string[] };
    return {
      steps: [
        `Rotate ${listed(secrets, 12)} first: take each for known to strangers. npx launch-ready env prints the steps for each.`,
        'Check the logs of each provider for use that is not yours.',
        `When every key is dead, the file may stay in history. To remove it: git filter-repo --invert-paths --path ${shellWord(path)}, force-push all branches and tags, and have everybody clone anew.`,
        'On GitHub, old commits stay readable by their id through forks and pull requests: ask support to purge them.',
      ],
      verify: again('env-file-in-history'),
    };
  },
});
