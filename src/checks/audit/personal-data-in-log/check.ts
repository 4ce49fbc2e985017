import { defineCheck } from '../../../model/check.ts';
import { reachedBy } from '../flows.ts';
import { isSignIn } from '../sign-in.ts';
import { inPlaces, inWords, isSecret, proofOf } from '../told.ts';

export default defineCheck({
  id: 'audit/personal-data-in-log',
  stage: 'audit',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: { pass: 'No personal data goes to the log', fail: 'Personal data goes to the log' },
  why: 'Logs lie longer, in more places and before more eyes than the database. Who asks to be deleted stays in them, and a leaked log is a breach that has to be reported.',
  references: ['CWE-532', 'ASVS 5.0 16.2.5', 'GDPR Art. 5 (1) c and e'],
  needs: ['code.endpoints', 'code.patterns'],
  evaluate: ({ 'code.endpoints': endpoints, 'code.patterns': patterns }) => {
    // Bodies with passwords in them are told on their own.
    const graver = new Set(
      reachedBy(endpoints.filter(isSignIn), 'log').map(({ flow }) => `${flow.at.path}:${flow.at.line}`),
    );
    const places = patterns
      .filter(
        ({ kind, tells = [], at }) => kind === 'log' && !tells.every(isSecret) && !graver.has(`${at.path}:${at.line}`),
      )
      .toSorted((a, b) => Number(isWhole(b.tells)) - Number(isWhole(a.tells)));
    const [first] = places;
    if (first === undefined) return [];
    const told = inWords(places.flatMap(({ tells = [] }) => tells.filter((one) => !isSecret(one))));
    return [
      {
        key: 'log',
        where: { path: first.at.path, line: first.at.line },
        proof: proofOf(`The server writes ${told} to its log ${inPlaces(places)}.`, places),
      },
    ];
  },
  fix: () => ({
    steps: [
      'Name people by their id: log.info({ userId: user.id }, "mail sent"). Who must find the address looks it up, and that look leaves a trace.',
      'Write the members that help, not the whole: { listingId: req.body.listingId }, never req.body or req.user.',
      'Let the logger take out what slips through: pino({ redact: ["*.email", "*.phone", "body"] }). It sees members of objects, not texts.',
      'Set an end for the logs that exist (30 days is usual), at the service too.',
    ],
    verify: 'npx launch-ready --only audit/personal-data-in-log',
  }),
});

const isWhole = (tells: readonly string[] = []): boolean => tells.includes('body') || tells.includes('user');
