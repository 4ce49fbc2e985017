import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/supabase-session-trusted',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'The server asks Supabase who somebody is',
    fail: 'The server believes the user that the session cookie names',
  },
  why: '`getSession()` reads the cookie and checks nothing in it: whoever writes another id or role into their own cookie is that user for this code.',
  references: ['CWE-345', 'CWE-565', 'https://supabase.com/docs/guides/auth/server-side/nextjs'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'supabase-session')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(at.path)}:${at.line} takes session.user from ${printable(what)}() on the server, and no getUser() or getClaims() beside it looks whether it is true.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      'Use supabase.auth.getUser(), which asks Supabase, or supabase.auth.getClaims(), which verifies the signature, wherever the server decides something by who asks.',
      'Keep getSession() for the access token alone, where another service verifies it.',
    ],
    verify: 'npx launch-ready --only audit/supabase-session-trusted',
  }),
});
