import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { proofOf } from '../told.ts';

const PASSWORD = /passw|pwd/i;

export default defineCheck({
  id: 'audit/secret-column-returned',
  stage: 'audit',
  bar: [],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'No answer holds a password’s hash or a token', fail: 'Answers hold whole rows, secret columns too' },
  why: 'A hash is guessed at home, a token is used as it is. What an answer holds lies in caches, logs and the browser’s tools, even when no page shows it.',
  references: ['CWE-200', 'OWASP API3:2023', 'ASVS 5.0 14.2.6'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) => {
    const rows = patterns.filter(({ kind }) => kind === 'secret-column');
    return [...Map.groupBy(rows, ({ at, what }) => `${at.path} ${what}`)].flatMap(([key, places]) => {
      const [first] = places;
      if (first === undefined) return [];
      const columns = [...new Set(places.flatMap(({ tells = [] }) => tells))].map(printable).join(', ');
      return [
        {
          key,
          where: { path: first.at.path, line: first.at.line },
          // Sessions and the like are mostly shown to those whose they are.
          ...(PASSWORD.test(columns) ? {} : { severity: 'medium' as const }),
          proof: proofOf(`The answer holds the whole row of ${printable(first.what)}, with ${columns} in it.`, places),
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Name the columns that the answer needs: select: { id: true, name: true } in Prisma, db.select({ id: users.id }) in Drizzle.',
      'Keep the column out of every query that does not ask for it: new PrismaClient({ omit: { user: { password: true } } }).',
      'Where rows were sent to others, end their sessions and tokens, and have the passwords changed.',
    ],
    verify: 'npx launch-ready --only audit/secret-column-returned',
  }),
});
