import { defineCheck } from '../../../model/check.ts';
import { placeOf, reachedBy } from '../flows.ts';
import { isSignIn } from '../sign-in.ts';
import { inPlaces, inWords, isSecret, proofOf } from '../told.ts';

export default defineCheck({
  id: 'audit/secret-in-log',
  stage: 'audit',
  bar: ['M2'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No password, token or key goes to the log', fail: 'Passwords, tokens or keys go to the log' },
  why: 'Logs are read by more people than the database, kept for longer, and sent to other services. A token that lies there lets its reader in; a password opens other accounts of the same people too.',
  references: ['CWE-532', 'ASVS 5.0 16.2.5', 'OWASP A09:2021'],
  needs: ['code.endpoints', 'code.patterns'],
  evaluate: ({ 'code.endpoints': endpoints, 'code.patterns': patterns }) => {
    // What is made of a body, the answer of another server say, is not the body.
    const whole = new Set(
      patterns.filter(({ kind, tells = [] }) => kind === 'log' && tells.includes('body')).map(placeKey),
    );
    const reached = reachedBy(endpoints.filter(isSignIn), 'log').filter(({ flow }) => whole.has(placeKey(flow)));
    const bodies = reached.map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code' as const,
        text: `${flow.what} writes the whole body of ${ids.join(', ')}.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
    const telling = patterns.filter(({ kind, tells = [] }) => kind === 'log' && tells.some(isSecret));
    const byFile = Map.groupBy(telling, ({ at }) => at.path);
    const secrets = [...byFile].map(([path, places]) => ({
      key: `${path} secrets`,
      where: { path, line: places[0]?.at.line ?? 1 },
      proof: proofOf(
        `The server writes ${inWords(places.flatMap(({ tells = [] }) => tells.filter(isSecret)))} to its log ${inPlaces(places)}.`,
        places,
      ),
    }));
    return [...bodies, ...secrets];
  },
  fix: () => ({
    steps: [
      'Log what happened and to whom (an id), never the body, the header or the token: log.info({ userId }, "login"). To tell tokens apart, log the first characters of their hash.',
      'Let the logger leave out what slips through: pino({ redact: ["*.password", "req.headers.authorization", "*.token"] }). It sees objects, not texts made by JSON.stringify.',
      'Delete the logs that hold passwords, at the service too, and have those people choose new ones.',
    ],
    verify: 'npx launch-ready --only audit/secret-in-log',
  }),
});

const placeKey = ({ at }: { at: { path: string; line: number } }): string => `${at.path}:${at.line}`;
