import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

/** What a launch depends on. */
const WEIGHS =
  /pay|stripe|checkout|payout|refund|billing|auth|login|sign|passw|session|token|secret|secur|webhook|fraud|admin|verif|permission|role|user session|jwt|rate.?limit/i;
const MOST_PLACES = 25;

export default defineCheck({
  id: 'audit/note-before-launch',
  stage: 'audit',
  bar: [],
  severity: 'low',
  effort: 'hours',
  title: {
    pass: 'No comment says that the code is not ready for production',
    fail: 'Comments say that the code is not ready for production',
  },
  why: 'Whoever wrote it knew that it only plays at what it is to do: a payment that always succeeds, a signature that is not checked, numbers that are made up.',
  references: ['CWE-546', 'CWE-1127'],
  needs: ['hosting.edits'],
  evaluate: ({ 'hosting.edits': edits }) => {
    const notes = edits.filter(({ kind }) => kind === 'note');
    const said = notes.filter(({ what }) => WEIGHS.test(what));
    const heavy = [...said, ...notes.filter((one) => !said.includes(one) && WEIGHS.test(one.at.path))];
    const [first] = [...heavy, ...notes];
    if (first === undefined) return [];
    const rest = [...heavy, ...notes.filter((one) => !heavy.includes(one))].slice(1);
    return [
      {
        key: 'notes',
        where: { path: first.at.path, line: first.at.line },
        severity: heavy.length > 0 ? 'medium' : 'low',
        title: `${plural(notes.length, 'comment')} ${notes.length === 1 ? 'says' : 'say'} that the code is not ready for production`,
        proof: {
          kind: 'code',
          text: `“${printable(first.what)}”${heavy.length > 1 ? `; ${plural(heavy.length, 'such comment')} stand where money, log-in or access is decided` : ''}.`,
          ...(first.frame === undefined ? {} : { frame: first.frame }),
          more: rest
            .slice(0, MOST_PLACES)
            .map(({ at, what }) => `${at.path}:${at.line} ${printable(what).slice(0, 100)}`),
        },
      },
    ];
  },
  fix: () => ({
    steps: [
      'Go through the places, those of money, log-in and access first: do what the comment asks for, or take the feature out of the launch.',
      'Delete the comment with the work that it asks for.',
    ],
    verify: 'npx launch-ready --only audit/note-before-launch',
  }),
});
