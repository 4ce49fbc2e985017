import type { CodeFlow } from '../../../model/evidence/code.ts';
import type { Happening } from './events.ts';
import { FETCHES } from './flows.ts';
import { KIND, has } from './kinds.ts';
import { givenBy } from './known-calls.ts';

/** What may look at a signature, by its name: what cannot be followed is believed to. */
const MAY_VERIFY =
  /verif|validat|introspect|authenticat|createHmac|timingSafeEqual|subtle\.|jwtDecrypt|unseal|decrypt|jwks/i;
/** A token that the app fetched itself came over TLS from who made it. */
const EXCHANGES = /getToken|exchange|authorizationCode|grant|callback|oauth|refreshAccessToken/i;
/** What `typeof` is compared with says nothing of who asks. */
const TYPES = /^(?:object|string|number|undefined|function)$/;

type Use = Extract<Happening, { h: 'touch' | 'stop' | 'believed' }>;

type Call = Extract<Happening, { h: 'call' }>;

/** The token goes in, not what was read out of it. */
const looksAtIt = ({ path, kinds }: Call): boolean =>
  has(givenBy(path), KIND.PRINCIPAL | KIND.VERIFIED) || (MAY_VERIFY.test(path) && !has(kinds, KIND.UNVERIFIED));

const fetchesIt = ({ path }: Call): boolean => FETCHES.test(path) || EXCHANGES.test(path);

const fromCaller = (kinds: number): boolean => has(kinds, KIND.INPUT | KIND.HEADER);

/**
 * Claims of a token that the caller sent, read without a look at its signature, which then decide something: which row, who asks, which role.
 * Silent as soon as anything in the same run may have looked at the signature. `guarded`: who asks was found out before this ran; a token in a
 * header may be the one that was verified there.
 */
export const unverifiedClaimsOf = (happened: readonly Happening[], guarded: boolean): CodeFlow[] => {
  const first = happened.findIndex((one) => one.h === 'decoded' && !(guarded && !has(one.kinds, KIND.INPUT)));
  const decoded = happened[first];
  if (decoded?.h !== 'decoded') return [];
  const mayBeVerified = happened.some(
    (one, index) => one.h === 'call' && fromCaller(one.kinds) && (looksAtIt(one) || (index < first && fetchesIt(one))),
  );
  if (mayBeVerified) return [];
  const after = happened.slice(first);
  const use = after.find(
    (one, index): one is Use =>
      one.h === 'believed' ||
      (one.h === 'touch' && has(one.where | one.data, KIND.UNVERIFIED)) ||
      (one.h === 'stop' &&
        has(one.kinds, KIND.UNVERIFIED) &&
        one.words.some((word) => !TYPES.test(word)) &&
        after.slice(index).some(({ h }) => h === 'touch')),
  );
  if (use === undefined) return [];
  const at = { path: decoded.m.path, line: decoded.at };
  return [{ to: 'claims', what: decoded.what, at, decides: decidedBy(use) }];
};

const decidedBy = (use: Use): NonNullable<CodeFlow['decides']> => {
  const { path } = use.m;
  if (use.h === 'touch') return { what: `${use.touch.deed} ${use.touch.model}`, at: { path, line: use.touch.at } };
  return { what: use.h === 'stop' ? `a condition on ${use.words.join(', ')}` : 'who asks', at: { path, line: use.at } };
};
