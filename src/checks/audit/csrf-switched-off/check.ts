import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/csrf-switched-off',
  stage: 'audit',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'No protection against forged requests is switched off',
    fail: 'The protection against forged requests is switched off',
  },
  why: 'A page of anybody sends a form in the name of a visitor who is logged in: an order, a new address, a payout.',
  references: ['CWE-352', 'ASVS 5.0 3.5.1'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'csrf-off')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(at.path)}:${at.line} sets ${printable(what)}, with no condition around it.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      'Take the setting out: the default checks where a request comes from.',
      'Where another site of yours must send, name its origin in the list that the framework has for it.',
    ],
    verify: 'npx launch-ready --only audit/csrf-switched-off',
  }),
});
