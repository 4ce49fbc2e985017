import type { Session } from '../actors/session.ts';
import { headersOf } from '../actors/session.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { once } from '../accounts/memo.ts';
import { findOwnAnswer, judgeOwn, readWith, type Headers, type OwnAnswer } from '../accounts/own-answer.ts';
import { mainOrigin, peopleOf } from '../accounts/people.ts';
import { sharedFields } from '../accounts/ways-in.ts';
import { readJwt, type Jwt } from './jwt.ts';

export const SUBJECT = 'access token';

/** A token, the private answer that it opens, and what was seen with it and without a good one. */
export interface TokenSubject {
  ok: true;
  actor: Actor;
  jwt: Jwt;
  own: OwnAnswer;
  /** What the login said, for other tokens in it. */
  login: unknown;
  /** The valid token's answer, and that of a token that is surely none. */
  valid: Answer;
  invalid: Answer;
  /** Reads the private answer with another token in the place of this one. */
  read(token: string): Promise<Answer>;
  judge(answer: Answer): ReturnType<typeof judgeOwn>;
}

export interface NoSubject {
  ok: false;
  verdict: 'not-tested' | 'inconclusive';
  said: string;
  answers: readonly Answer[];
}

/** The first actor that carries a JSON web token; tried on once for all token probes. */
export const tokenSubject = (context: ProbeContext): Promise<TokenSubject | NoSubject> =>
  once(context, 'token subject', () => find(context));

interface Carrier {
  actor: Actor;
  login: unknown;
  headersFor: (url: string) => Headers;
}

const find = async (context: ProbeContext): Promise<TokenSubject | NoSubject> => {
  for (const { actor, login, headersFor } of await carriers(context)) {
    const origin = actor.origin ?? mainOrigin(context);
    const held = Object.entries(headersFor(`${origin}/`)).find(([, value]) => readJwt(value) !== null);
    const jwt = readJwt(held?.[1] ?? '');
    if (held === undefined || jwt === null) continue;
    const [name, value] = held;
    const put = (token: string): Headers => ({ [name]: value.replace(jwt.token, () => token) });
    const own = await findOwnAnswer(context, origin, actor.login, () => put(jwt.token));
    if (own === null) continue;
    const read = (token: string): Promise<Answer> => readWith(context, own.url, put(token));
    const judge = (answer: Answer) => judgeOwn(answer, own);
    const invalid = await read('not.a.token');
    const valid = await read(jwt.token);
    if (judge(valid) !== 'own' || judge(invalid) !== 'other') {
      const said = `The controls failed: ${own.path} did not tell a good token from a bad one.`;
      return { ok: false, verdict: 'inconclusive', said, answers: [valid, invalid] };
    }
    return { ok: true, actor, jwt, own, login, valid, invalid, read, judge };
  }
  return {
    ok: false,
    verdict: 'not-tested',
    said: 'No actor carries a JSON web token to an answer of its own.',
    answers: [],
  };
};

/** The pool's sessions first; else a login that gives a token. */
const carriers = async (context: ProbeContext): Promise<Carrier[]> => {
  const people = peopleOf(context);
  const [first] = people;
  const entered = first === undefined ? null : await sharedFields(context, first.account);
  const ofLogin: Carrier[] =
    first === undefined || entered === null
      ? []
      : [
          {
            actor: first.actor,
            login: entered.json,
            headersFor: (url) => headersOf(entered.session satisfies Session, url),
          },
        ];
  const ofPool = context.actors.all.map((actor): Carrier => ({
    actor,
    login: undefined,
    headersFor: (url) => context.actors.credentials(actor, url),
  }));
  return [...ofLogin, ...ofPool];
};
