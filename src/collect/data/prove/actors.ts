import { quoted } from '../sandbox/database.ts';

/** Two accounts without any right of their own, and nobody. */
export type Who = 'a' | 'b';

export const IDS: Readonly<Record<Who, string>> = {
  a: 'aaaaaaaa-0000-4000-8000-00000000000a',
  b: 'bbbbbbbb-0000-4000-8000-00000000000b',
};

export const emailOf = (who: Who): string => `account-${who}@launch-ready.invalid`;

/** Makes both accounts. The app's own triggers run, and make profiles as they would; where they fail, the accounts are made without. */
export const MAKE_ACCOUNTS = (['a', 'b'] as const)
  .map(
    (who) =>
      `insert into auth.users (id, email, raw_user_meta_data, email_confirmed_at) values (${quoted(IDS[who])}, ${quoted(emailOf(who))}, '{"full_name": "Account ${who.toUpperCase()}", "name": "Account ${who.toUpperCase()}"}', now())`,
  )
  .join('; ');

const claims = (who: Who): string =>
  JSON.stringify({
    sub: IDS[who],
    role: 'authenticated',
    aud: 'authenticated',
    email: emailOf(who),
    app_metadata: {},
    user_metadata: {},
  });

/** Statements that make the session one of account B, or of a visitor, until the transaction or savepoint ends. */
export const become = (actor: 'visitor' | 'other account'): string => {
  const [role, token] =
    actor === 'visitor' ? ['anon', JSON.stringify({ role: 'anon' })] : ['authenticated', claims('b')];
  const sub = actor === 'visitor' ? '' : IDS.b;
  return `select set_config('request.jwt.claims', ${quoted(token)}, true), set_config('request.jwt.claim.sub', ${quoted(sub)}, true), set_config('request.jwt.claim.role', ${quoted(role)}, true); set local role ${role};`;
};
