import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { ProbeContext } from '../contract/probe.ts';
import { say } from '../accounts/observe.ts';
import { hashOf, signHmac, type Jwt } from './jwt.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import { SUBJECT } from './subject.ts';
import { notTested, sayTried, tokenProbe, tryVariants, type Variant } from './token-probe.ts';

const PLACES = [
  '/.well-known/jwks.json',
  '/jwks.json',
  '/api/auth/jwks',
  '/.well-known/openid-configuration',
  '/oauth/jwks',
];

/** The public keys of a key set, at most four. */
export const keysIn = (json: unknown): JsonWebKey[] => {
  const list = (json as { keys?: unknown } | null | undefined)?.keys;
  if (!Array.isArray(list)) return [];
  return (list as unknown[])
    .filter(
      (key): key is JsonWebKey =>
        typeof key === 'object' && key !== null && ['RSA', 'EC'].includes(String((key as JsonWebKey).kty)),
    )
    .slice(0, 4);
};

/** How a public key is kept where it may be mistaken for a shared secret. */
export const spellings = (jwk: JsonWebKey): string[] => {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const spki = String(key.export({ type: 'spki', format: 'pem' }));
    const old = jwk.kty === 'RSA' ? [String(key.export({ type: 'pkcs1', format: 'pem' }))] : [];
    return [spki, spki.trimEnd(), ...old, JSON.stringify(jwk)];
  } catch {
    return [];
  }
};

export const confusionVariants = ({ header, payload }: Jwt, keys: readonly JsonWebKey[]): Variant[] =>
  keys.flatMap((jwk) =>
    spellings(jwk).map((secret) => ({
      name: 'signed with the public key as if it were a shared secret',
      token: signHmac({ ...header, alg: 'HS256' }, payload, secret),
    })),
  );

const publishedKeys = async ({ send, config }: ProbeContext, from: string): Promise<JsonWebKey[]> => {
  const origins = config.boundary?.origins ?? [];
  for (const path of PLACES) {
    const answer = await send({ method: 'GET', url: new URL(path, from).href }, { as: null, mode: 'read' });
    if (!answer.ok || answer.status !== 200) continue;
    const found = keysIn(answer.json);
    if (found.length > 0) return found;
    const uri = (answer.json as { jwks_uri?: unknown } | null | undefined)?.jwks_uri;
    if (typeof uri !== 'string' || !URL.canParse(uri) || !origins.includes(new URL(uri).origin)) continue;
    const set = await send({ method: 'GET', url: uri }, { as: null, mode: 'read' });
    if (set.ok && keysIn(set.json).length > 0) return keysIn(set.json);
  }
  return [];
};

export const tokenConfusion = tokenProbe({
  id: 'token-confusion',
  tries: 'whether the public key is accepted as a shared secret',
  requests: 12,
  run: async (context, subject) => {
    if (hashOf(subject.jwt.header['alg']) !== undefined) {
      return say(
        SUBJECT,
        'refuted',
        'Tokens are signed with a shared secret, so there is no public key to confuse it with.',
        [subject.valid],
      );
    }
    if (isUnchecked(await triedSignatures(context, subject))) return notTested(UNCHECKED);
    const variants = confusionVariants(subject.jwt, await publishedKeys(context, subject.own.url));
    if (variants.length === 0) return notTested('The app publishes no key set that could be found.');
    return sayTried(subject, await tryVariants(subject, variants), 'confused key');
  },
});
