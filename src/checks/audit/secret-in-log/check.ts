import { defineCheck } from '../../../model/check.ts';
import { placeOf, reachedBy } from '../flows.ts';

/** Bodies in which a password, a code or a card stands. */
const SECRET =
  /log-?in|sign-?in|sign-?up|register|password|reset|verify|two-?factor|2fa|mfa|otp|token|card|payment-?method|payout-?account|bank|iban/i;

export default defineCheck({
  id: 'audit/secret-in-log',
  stage: 'audit',
  bar: ['M2'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No body with a password in it goes to the log', fail: 'Bodies with passwords in them go to the log' },
  why: 'Logs are read by more people than the database, kept for longer, and sent to services that log in the app’s name. Passwords that lie there open other accounts of the same people too.',
  references: ['CWE-532', 'ASVS 5.0 16.2.5', 'OWASP A09:2021'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    const doors = endpoints.filter(({ path, id }) => SECRET.test(path) || SECRET.test(id));
    if (doors.length === 0) return 'not-applicable';
    return reachedBy(doors, 'log').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${flow.what} writes the whole body of ${ids.join(', ')}.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Log what happened and to whom (an id), never the body: log.info({ userId }, "login").',
      'Let the logger leave out what slips through: pino({ redact: ["*.password", "req.headers.authorization", "*.token"] }). It sees objects, not texts made by JSON.stringify.',
      'Delete the logs that hold passwords, at the service too, and have those people choose new ones.',
    ],
    verify: 'npx launch-ready --only audit/secret-in-log',
  }),
});
