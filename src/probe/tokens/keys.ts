import type { ProbeContext } from '../contract/probe.ts';
import { once } from '../accounts/memo.ts';
import { mainOrigin } from '../accounts/people.ts';
import { candidateSecrets, namesOf } from './common-secrets.ts';
import { isKeyOf, type Jwt } from './jwt.ts';

export interface KnownKey {
  /** Never shown. */
  key: string | Uint8Array;
  /** `guessed`: an attacker finds it too. `given`: the owner's, from the environment. */
  from: 'guessed' | 'given';
}

/** The first candidate that made the signature. Off line: no request is sent. */
export const guessKey = (jwt: Jwt, names: readonly string[]): string | undefined => {
  if (typeof jwt.header['alg'] !== 'string' || !jwt.header['alg'].startsWith('HS')) return undefined;
  for (const candidate of candidateSecrets(names)) if (isKeyOf(jwt, candidate)) return candidate;
  return undefined;
};

const NAMED = /(?:jwt|token|auth|session|secret|signing)/i;

/** The owner's own key, when the environment that we run in holds it: lets us sign what only the app should. */
export const givenKey = (
  jwt: Jwt,
  env: Readonly<Record<string, string | undefined>>,
): string | Uint8Array | undefined => {
  const named = Object.entries(env).filter(([name, value]) => NAMED.test(name) && value !== undefined && value !== '');
  for (const [, value = ''] of named.slice(0, 200)) {
    const forms: (string | Uint8Array)[] = [value, Buffer.from(value, 'base64'), Buffer.from(value, 'hex')];
    const key = forms.find((form) => form.length > 0 && isKeyOf(jwt, form));
    if (key !== undefined) return key;
  }
  return undefined;
};

export const knownKey = (context: ProbeContext, jwt: Jwt): Promise<KnownKey | null> =>
  once(context, 'token key', async () => {
    const guessed = guessKey(jwt, namesOf(context.config.name, mainOrigin(context)));
    if (guessed !== undefined) return { key: guessed, from: 'guessed' };
    const given = givenKey(jwt, context.env);
    return given === undefined ? null : { key: given, from: 'given' };
  });

export const NO_KEY =
  'No token could be signed: the key is not guessable, and the environment does not hold it. With the app’s signing secret in the environment (JWT_SECRET) this can be tried.';
