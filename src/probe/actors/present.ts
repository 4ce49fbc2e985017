import { newSession, type Session } from './session.ts';

/** How a credential travels: in a header, with what in front, and whether cookies go with it. */
export interface Presentation {
  header: string | null;
  prefix: string;
  cookies: boolean;
}

const header = (name: string, prefix: string, cookies = false): Presentation => ({ header: name, prefix, cookies });

const COOKIES: Presentation = { header: null, prefix: '', cookies: true };

/** The ways in which apps take what a login gave, the commonest first. One carrier at a time, so that probes know which one counts. */
export const presentationsOf = (token: string | undefined, hasCookies: boolean): Presentation[] =>
  token === undefined
    ? [COOKIES]
    : [
        header('authorization', 'Bearer '),
        ...(hasCookies ? [COOKIES] : []),
        header('authorization', 'Token '),
        header('authorization', ''),
        header('authorization', 'JWT '),
        header('x-access-token', ''),
        header('x-auth-token', ''),
        ...(hasCookies ? [header('authorization', 'Bearer ', true)] : []),
      ];

/** The session of a credential that travels in that way. */
export const present = (
  { session, token }: { session: Session; token?: string },
  { header: name, prefix, cookies }: Presentation,
): Session => ({
  ...(cookies ? session : { ...newSession(session.home) }),
  headers: { ...session.headers, ...(name === null || token === undefined ? {} : { [name]: `${prefix}${token}` }) },
});

/** For people: `Bearer token`, `cookie`. */
export const saidOf = ({ header: name, prefix, cookies }: Presentation): string =>
  name === null
    ? 'cookie'
    : `${name === 'authorization' ? `${prefix.trim() || 'bare'} token` : name}${cookies ? ' and cookie' : ''}`;
