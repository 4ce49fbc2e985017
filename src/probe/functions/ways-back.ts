import { carried } from '../accounts/carrying.ts';
import { readWith, type OwnAnswer } from '../accounts/own-answer.ts';
import { enter, type ThrowAway } from '../accounts/throw-away.ts';
import { enterByFields } from '../accounts/ways-in.ts';
import { findToken } from '../actors/find-token.ts';
import { encodingOf, fieldsBody } from '../actors/login-operation.ts';
import { headersOf } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { findRefresh } from '../sessions/refresh-reuse.ts';
import { otherTokens } from '../tokens/token-type-confusion.ts';

/** A way by which an account that was shut out may come in again, and what it then reads of its own. */
export interface WayBack {
  /** Ends "it got in again …". */
  how: string;
  take: () => Promise<Answer | undefined>;
}

/** Made before the account is shut out, since a refresh token comes from a login. */
export const waysBack = async (context: ProbeContext, { account, own }: ThrowAway): Promise<WayBack[]> => {
  const byLogin: WayBack = {
    how: 'by logging in anew',
    take: async () => {
      const session = await enter(context, account);
      return session === null ? undefined : readWith(context, own.url, headersOf(session, own.url));
    },
  };
  const refresh = await byRefresh(context, account, own);
  return refresh === undefined ? [byLogin] : [refresh, byLogin];
};

const byRefresh = async (
  context: ProbeContext,
  account: ThrowAway['account'],
  own: OwnAnswer,
): Promise<WayBack | undefined> => {
  const found = findRefresh(context.operations);
  const entered = found === null ? null : await enterByFields(context, account);
  const token = otherTokens(entered?.json, '').find(({ kind }) => kind === 'refresh')?.token;
  if (found === null || token === undefined) return undefined;
  const { operation, field } = found;
  return {
    how: 'with the refresh token of before',
    take: async () => {
      const answer = await context.send(
        {
          method: 'POST',
          url: new URL(operation.path, operation.origin).href,
          body: fieldsBody(encodingOf(operation), { [field]: token }),
        },
        { as: null, mode: 'write' },
      );
      const fresh = answer.ok && answer.status < 300 ? findToken(answer.json) : undefined;
      return fresh === undefined ? undefined : readWith(context, own.url, carried(context, fresh));
    },
  };
};
