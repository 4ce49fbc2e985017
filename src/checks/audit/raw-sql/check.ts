import { defineCheck } from '../../../model/check.ts';
import { placeOf, reachedBy } from '../flows.ts';

export default defineCheck({
  id: 'audit/raw-sql',
  stage: 'audit',
  bar: ['M10'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Nothing that callers send becomes SQL', fail: 'What callers send is pasted into SQL' },
  why: 'Whoever types a quote into that field writes the statement: reads all customers, changes prices, drops tables.',
  references: ['CWE-89', 'ASVS 5.0 1.2.4', 'OWASP A03:2021'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return reachedBy(endpoints, 'sql').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${flow.what} is given a text that is put together from what the caller of ${ids.join(', ')} sends.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Pass the value beside the statement: as a parameter ($1, ?), or in a tagged template such as sql`… ${value}`, which does it for you.',
      'Names of columns and directions of sorting cannot be parameters: choose them from a list in the code.',
    ],
    verify: 'npx launch-ready --only audit/raw-sql',
  }),
});
