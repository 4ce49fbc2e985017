import { defineCheck } from '../../../model/check.ts';
import type { RepoSummary } from '../../../model/evidence/repo.ts';
import type { ScanCoverage } from '../../../model/evidence/secrets.ts';
import { gapText, unlockOf } from '../leak/gaps.ts';

/** M2 speaks of the history too: without it there is no answer, whoever left it out. */
const noHistory = (coverage: ScanCoverage, repo: RepoSummary): { text: string; unlock: string } | null => {
  if (coverage.history !== null || coverage.skipped.some((gap) => gap.reason === 'git')) return null;
  return repo.git === null
    ? {
        text: 'The git history is not here: the folder is not a git checkout.',
        unlock: 'Review the git clone of the app. If it was never in git, answer for that with a waiver for M2.',
      }
    : {
        text: 'The git history was left out.',
        unlock: 'Run it without `--no-history`, and with `secrets.history: true` in the config.',
      };
};

export default defineCheck({
  id: 'secrets/scan-complete',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'info',
  effort: 'minutes',
  title: { pass: 'Everything that can hold a secret was read', fail: 'Not everything that can hold a secret was read' },
  why: 'A secret can stand in what was not read. Only a complete scan can say that there is none.',
  references: ['CWE-540', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.coverage', 'repo.summary'],
  evaluate: ({ 'secrets.coverage': coverage, 'repo.summary': repo }) => {
    const gaps = coverage.skipped.filter((skipped) => skipped.matters && skipped.count > 0);
    const isEmpty = coverage.tree.files === 0 && (repo.git?.bare !== true || (coverage.history?.blobs ?? 0) === 0);
    if (isEmpty && gaps.length === 0) {
      return { unproven: 'There is nothing here to read.', unlock: 'Run it in the folder of the app.' };
    }
    const missing = noHistory(coverage, repo);
    if (gaps.length === 0 && missing === null) return [];
    const notRead = gaps.length === 0 ? [] : [`Not read: ${gaps.map(gapText).join('; ')}.`];
    return {
      unproven: [...notRead, ...(missing === null ? [] : [missing.text])].join(' '),
      unlock: [...new Set([...gaps.map(unlockOf), ...(missing === null ? [] : [missing.unlock])])].join(' '),
    };
  },
  fix: () => ({
    steps: ['Give the scan what it could not read, then run it again.'],
    verify: 'npx launch-ready secrets --only secrets/scan-complete',
  }),
});
