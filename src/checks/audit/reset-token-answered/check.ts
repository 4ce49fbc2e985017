import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/reset-token-answered',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Links and codes that go by mail are in no answer',
    fail: 'An answer holds the link or code that goes by mail',
  },
  why: 'Whoever asks for a reset in the name of somebody else reads the link in the answer and takes the account; no mailbox is needed.',
  references: ['CWE-640', 'CWE-201', 'ASVS 5.0 6.4.3'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'reset-token')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(at.path)}:${at.line} answers with ${printable(what)}.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      'Answer the same for every address, known or not: 202 and nothing in it; send the link by mail alone.',
      'For development, write it to the log there, or use a mail catcher such as Mailpit.',
      'End the resets that are open now: delete their rows.',
    ],
    verify: 'npx launch-ready --only audit/reset-token-answered',
  }),
});
