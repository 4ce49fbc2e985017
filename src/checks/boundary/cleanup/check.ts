import { defineCheck } from '../../../model/check.ts';
import type { MadeObject } from '../../../model/evidence/boundary.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const NAMED = 40;
const REMOVALS = 20;

const line = ({ type, id, owner, by }: MadeObject): string => printable(`${type} ${id} of ${owner}, made by ${by}`);

const removals = (left: readonly MadeObject[]): readonly string[] =>
  [...new Set(left.flatMap(({ remove }) => (remove === undefined ? [] : [printable(remove)])))].slice(0, REMOVALS);

export default defineCheck({
  id: 'boundary/cleanup',
  stage: 'boundary',
  bar: [],
  severity: 'info',
  effort: 'minutes',
  title: {
    pass: 'Everything that the run made in the app is gone again',
    fail: 'Things that this run made are still in the app',
  },
  why: 'They belong to the test accounts and hold made-up words only, but they may stand in lists and numbers until somebody takes them away.',
  references: [],
  needs: ['boundary.run'],
  evaluate: ({ 'boundary.run': { made: own, earlier = [], origins, id, environment } }) => {
    const made = [...earlier, ...own];
    // A developer's own database is made anew at will; the report of the run lists what is left in it.
    if (made.length === 0 || environment === 'development') return 'not-applicable';
    const left = made.filter(({ state }) => state !== 'removed');
    if (left.length === 0) return [];
    const more = left.length - NAMED;
    return [
      {
        key: 'left behind',
        where: { url: origins[0] ?? '' },
        title: `${plural(left.length, 'thing')} that this run made ${left.length === 1 ? 'is' : 'are'} still in the app`,
        proof: {
          kind: 'exchange',
          text: [
            `Of ${plural(made.length, 'thing')} that the run ${printable(id)} made, ${left.length} could not be taken away, because the app has no way for it or refused it:`,
            ...left.slice(0, NAMED).map(line),
            ...(more > 0 ? [`and ${more} more`] : []),
          ].join('\n'),
        },
        data: removals(left),
      },
    ];
  },
  fix: ({ data }) => ({
    steps: [
      'Remove them as an admin or in the database, or start the test copy afresh; nothing of a real user is among them.',
      ...(Array.isArray(data) ? data.filter((step) => typeof step === 'string') : []),
    ],
    verify: 'npx launch-ready --only boundary/cleanup',
  }),
});
