import { defineCheck } from '../../../model/check.ts';
import { gapText, unlockOf } from '../leak/gaps.ts';

export default defineCheck({
  id: 'secrets/scan-complete',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'info',
  effort: 'minutes',
  title: { pass: 'Everything that can hold a secret was read', fail: 'Not everything that can hold a secret was read' },
  why: 'A secret can stand in what was not read. Only a complete scan can say that there is none.',
  references: ['CWE-540', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.coverage'],
  evaluate: ({ 'secrets.coverage': coverage }) => {
    if (coverage.tree.files === 0 && (coverage.history?.blobs ?? 0) === 0) {
      return { unproven: 'There is nothing here to read.', unlock: 'Run it in the folder of the app.' };
    }
    const gaps = coverage.skipped.filter((skipped) => skipped.matters && skipped.count > 0);
    if (gaps.length === 0) return [];
    return {
      unproven: `Not read: ${gaps.map(gapText).join('; ')}.`,
      unlock: [...new Set(gaps.map(unlockOf))].join(' '),
    };
  },
  fix: () => ({
    steps: ['Give the scan what it could not read, then run it again.'],
    verify: 'npx launch-ready secrets --only secrets/scan-complete',
  }),
});
