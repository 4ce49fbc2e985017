import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/session-update-trusted',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'No session is updated with what the browser says of its user',
    fail: 'The browser may write into its own session',
  },
  why: "Any signed-in user calls update() in the console of the browser with a role, an address or an id of their choice, and the server's own token then says so.",
  references: [
    'CWE-269',
    'CWE-639',
    'CVE-2026-23478',
    'https://next-auth.js.org/getting-started/client#updating-the-session',
  ],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'session-update')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `The jwt callback takes ${printable(what)} over from session, which on an update is the body of a request of the user’s own, and puts it into the token.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      'On trigger === "update", read role, address, organisation and plan of the user again from the database by token.sub; take nothing but a name or a language from session.',
      'Where the user switches an organisation, look up that they are a member of it before it goes into the token.',
      'End the sessions that exist: change the secret once, so that tokens with invented claims are worth nothing.',
    ],
    verify: 'npx launch-ready --only audit/session-update-trusted',
  }),
});
