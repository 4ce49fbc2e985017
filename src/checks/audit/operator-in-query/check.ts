import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { proofOf } from '../told.ts';

/** Conditions that are the whole proof of who asks. */
const SECRET = /token|code|otp|password|secret|pin$|\$where/i;

export default defineCheck({
  id: 'audit/operator-in-query',
  stage: 'audit',
  bar: ['M10'],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Nothing that callers send becomes an operator of a query',
    fail: 'What callers send can be an operator of a query',
  },
  why: 'A JSON body may hold an object where a text is meant: { "token": { "$ne": null } } fits every token, and the first row that has one is found, changed or logged in.',
  references: ['CWE-943', 'ASVS 5.0 1.2.4', 'OWASP A03:2021', 'Mongoose: sanitizeFilter'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) => {
    const found = patterns.filter(({ kind }) => kind === 'query-operator');
    return [...Map.groupBy(found, ({ at, what }) => `${at.path} ${what}`)].flatMap(([key, places]) => {
      const [first] = places;
      if (first === undefined) return [];
      const { at, what, tells = [] } = first;
      const text = tells.includes('$where')
        ? `${printable(what)} runs a text that is put together as JavaScript in the database.`
        : `${printable(what)} takes ${tells.map(printable).join(', ')} of the body as it comes, and nothing makes sure that it is a text.`;
      return [
        {
          key,
          where: { path: at.path, line: at.line },
          ...(tells.some((one) => SECRET.test(one)) ? { severity: 'high' as const } : {}),
          proof: proofOf(text, places),
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Check the body against a schema before it is used: z.object({ token: z.string() }).parse(req.body). Or String(req.body.token).',
      'Let Mongoose refuse operators that come as values: mongoose.set("sanitizeFilter", true).',
      'Never $where: conditions of the database say the same without running JavaScript.',
    ],
    verify: 'npx launch-ready --only audit/operator-in-query',
  }),
});
