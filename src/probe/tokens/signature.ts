import { randomBytes } from 'node:crypto';
import type { ProbeContext } from '../contract/probe.ts';
import { once } from '../accounts/memo.ts';
import { withSignature, type Jwt } from './jwt.ts';
import type { TokenSubject } from './subject.ts';
import { tryVariants, type Tried, type Variant } from './token-probe.ts';

/** Signatures that are wrong and look right. The first character is changed: of the last one some bits mean nothing. */
export const wrongSignatures = (jwt: Jwt): Variant[] => {
  const { signature } = jwt;
  const flipped = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  const bytes = Math.max(Buffer.from(signature, 'base64url').length, 32);
  return [
    { name: 'whose signature was changed by one character', token: withSignature(jwt, flipped) },
    { name: 'with a random signature', token: withSignature(jwt, randomBytes(bytes).toString('base64url')) },
  ];
};

/** Whether signatures are looked at: asked once, since everything else follows from it. */
export const triedSignatures = (context: ProbeContext, subject: TokenSubject): Promise<Tried[]> =>
  once(context, 'token signatures', () => tryVariants(subject, wrongSignatures(subject.jwt)));

export const isUnchecked = (tried: readonly Tried[]): boolean => tried.some(({ outcome }) => outcome === 'own');

export const UNCHECKED =
  'Signatures are not checked at all (token-signature-unchecked), so nothing can be said of this on its own.';
