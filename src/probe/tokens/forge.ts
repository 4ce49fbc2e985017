import type { ProbeContext } from '../contract/probe.ts';
import type { Said } from '../accounts/observe.ts';
import { signHmac } from './jwt.ts';
import { knownKey, NO_KEY } from './keys.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import type { TokenSubject } from './subject.ts';
import { notTested } from './token-probe.ts';

type Claims = Readonly<Record<string, unknown>>;
export type Sign = (change: Claims) => string;

/** Signs the actor's token again with some claims changed (undefined takes one away); or why it cannot. */
export const forger = async (
  context: ProbeContext,
  subject: TokenSubject,
): Promise<{ sign: Sign } | { cannot: Said }> => {
  if (isUnchecked(await triedSignatures(context, subject))) return { cannot: notTested(UNCHECKED) };
  const known = await knownKey(context, subject.jwt);
  if (known === null) return { cannot: notTested(NO_KEY) };
  const { header, payload } = subject.jwt;
  return { sign: (change) => signHmac(header, { ...payload, ...change }, known.key) };
};
