import { isGood } from '../actors/door.ts';
import type { Answer } from '../contract/send.ts';
import type { CorsSubject } from './subject.ts';

/** `credentials`: that origin's scripts read it with the user's cookies. `plain`: scripts read it without them. */
export type Allowed = 'credentials' | 'plain' | 'none';

/** What an answer's CORS headers allow to an origin (Fetch, 3.2.5). */
export const allowedTo = (answer: Answer, origin: string): Allowed => {
  if (!answer.ok) return 'none';
  const allowed = answer.headers['access-control-allow-origin']?.trim();
  if (allowed === '*') return 'plain';
  if (allowed !== origin) return 'none';
  return answer.headers['access-control-allow-credentials']?.trim() === 'true' ? 'credentials' : 'plain';
};

/** The private answer, readable by that origin's scripts with the user's cookies. */
export const isOpenTo = (answer: Answer, origin: string): boolean =>
  answer.ok && isGood(answer.status) && allowedTo(answer, origin) === 'credentials';

export interface Weighed {
  verdict: 'confirmed' | 'likely';
  /** A sentence about what the browser does with the credential. */
  said: string;
  bearerOnly: boolean;
}

/** What reading with credentials comes to, by how the credential gets there. */
export const weighCors = ({ carried, sameSite }: Pick<CorsSubject, 'carried' | 'sameSite'>): Weighed => {
  if (carried !== 'cookie')
    return {
      verdict: 'confirmed',
      bearerOnly: true,
      said: 'The credential is no cookie, so browsers do not add it by themselves.',
    };
  if (sameSite === 'lax' || sameSite === 'strict')
    return {
      verdict: 'likely',
      bearerOnly: false,
      said: `The session cookie’s SameSite=${sameSite} keeps it from other sites for now, and not from other names below the same domain.`,
    };
  return {
    verdict: 'confirmed',
    bearerOnly: false,
    said:
      sameSite === 'none'
        ? 'The session cookie goes along, since it says SameSite=None.'
        : 'The session cookie goes along in browsers that take a cookie without SameSite as they always did.',
  };
};
