import { verify, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { anna, contextFor, operation, serve, type Seen } from '../accounts/test-context.ts';
import { guessKey } from './keys.ts';
import { isKeyOf, readJwt, signHmac, unsigned } from './jwt.ts';
import { tokenProbes } from './index.ts';
import { wrongSignatures } from './signature.ts';

const STRONG = 'c0f1d2-a-test-key-that-no-list-holds-77';
const now = Math.floor(Date.now() / 1000);
const HEADER = { alg: 'HS256', typ: 'JWT' };
const claims = { sub: 'u-17', aud: 'api', iss: 'me', iat: now, exp: now + 900 };

interface Flaws {
  key?: string;
  accepts?: (seen: {
    header: Record<string, unknown>;
    payload: Record<string, unknown>;
    signed: boolean;
    token: string;
  }) => boolean | Promise<boolean>;
  payload?: object;
  refresh?: string;
  shaky?: boolean;
}

/** A small API with a right guard, but for what a flaw lets through. */
const api = ({ key = STRONG, accepts = () => false, payload = claims, refresh, shaky = false }: Flaws) => {
  const issued = signHmac(HEADER, payload, key);
  const guard = async (token: string): Promise<boolean> => {
    const jwt = readJwt(token);
    if (jwt === null) return false;
    const signed = jwt.header['alg'] === 'HS256' && isKeyOf(jwt, key);
    const fits = jwt.payload['aud'] === 'api' && jwt.payload['iss'] === 'me' && Number(jwt.payload['exp']) > now;
    return (
      (signed && fits && jwt.payload['use'] !== 'refresh') ||
      (await accepts({ header: jwt.header, payload: jwt.payload, signed, token }))
    );
  };
  return async ({ path, json, headers }: Seen) => {
    if (path === '/api/login')
      return json['password'] === 'right'
        ? { json: { accessToken: issued, ...(refresh === undefined ? {} : { refreshToken: refresh }) } }
        : { status: 401 };
    if (path !== '/api/me') return { status: 404 };
    if (shaky) return { json: { id: 'u-17', email: anna.login } };
    return (await guard((headers.authorization ?? '').replace('Bearer ', '')))
      ? { json: { id: 'u-17', email: anna.login } }
      : { status: 401, json: { error: 'no' } };
  };
};

/** Whether the key of a certificate (DER in base64) made the signature. */
const isSignedBy = (token: string, certificate: string | undefined): boolean => {
  if (certificate === undefined) return false;
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const [head = '', body = '', signature = ''] = token.split('.');
  return verify('sha256', Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url'));
};

const verdicts = async (
  flaws: Flaws,
  env: Record<string, string> = { PW: 'right', JWT_SECRET: flaws.key ?? STRONG },
) => {
  const app = await serve(api(flaws));
  const { context, close } = await contextFor(app.origin, {
    env,
    operations: [operation(app.origin, 'POST /api/login', ['email', 'password']), operation(app.origin, 'GET /api/me')],
  });
  try {
    const said = [];
    for (const probe of tokenProbes) said.push(...(await probe.run(context)));
    return said;
  } finally {
    await close();
    await app.stop();
  }
};
const confirmed = async (...given: Parameters<typeof verdicts>) =>
  (await verdicts(...given)).filter(({ verdict }) => verdict === 'confirmed').map(({ probe }) => probe);

const refreshToken = signHmac(HEADER, { ...claims, use: 'refresh' }, STRONG);

test.each<[string, Flaws, string[]]>([
  ['a right guard', {}, []],
  ['signatures unchecked, everything else with them', { accepts: () => true }, ['token-signature-unchecked']],
  ['the algorithm none', { accepts: ({ header }) => header['alg'] === 'none' }, ['token-unsigned']],
  ['None in another case only', { accepts: ({ header }) => header['alg'] === 'nOnE' }, ['token-unsigned']],
  [
    'an empty signature',
    { accepts: ({ token, header }) => token.endsWith('.') && header['alg'] === 'HS256' },
    ['token-unsigned'],
  ],
  ['a secret of the tutorials, all claims checked', { key: 'your-256-bit-secret' }, ['token-weak-secret']],
  ['a secret from the name of the app', { key: 'trial-jwt-secret' }, ['token-weak-secret']],
  [
    'an ended token',
    {
      accepts: ({ signed, payload }) =>
        signed && payload['aud'] === 'api' && payload['iss'] === 'me' && payload['use'] === undefined,
    },
    ['token-expiry'],
  ],
  [
    'a token of another service',
    {
      accepts: ({ signed, payload }) =>
        signed && payload['iss'] === 'me' && Number(payload['exp']) > now && payload['use'] === undefined,
    },
    ['token-audience'],
  ],
  [
    'a token without end',
    {
      payload: { sub: 'u-17', aud: 'api', iss: 'me' },
      accepts: ({ signed, payload }) =>
        signed && payload['exp'] === undefined && payload['aud'] === 'api' && payload['iss'] === 'me',
    },
    ['token-expiry'],
  ],
  [
    'a refresh token as access token',
    { refresh: refreshToken, accepts: ({ signed, payload }) => signed && payload['use'] === 'refresh' },
    ['token-type-confusion'],
  ],
  [
    'a kid that leads to an empty file',
    { accepts: ({ header, token }) => header['kid'] !== undefined && isKeyOf(readJwt(token) ?? ({} as never), '') },
    ['token-key-header'],
  ],
  [
    'a certificate that the token brings',
    { accepts: ({ header, token }) => isSignedBy(token, (header['x5c'] as string[] | undefined)?.[0]) },
    ['token-key-header'],
  ],
  [
    'keys at an address that the token names',
    {
      accepts: async ({ header, token }) => {
        if (typeof header['jku'] !== 'string') return false;
        const { keys } = (await (await fetch(header['jku'])).json()) as { keys: { kid: string; x5c: string[] }[] };
        return isSignedBy(token, keys.find(({ kid }) => kid === header['kid'])?.x5c[0]);
      },
    },
    ['token-key-header'],
  ],
  [
    'a certificate at an address that the token names',
    {
      accepts: async ({ header, token }) => {
        if (typeof header['x5u'] !== 'string') return false;
        const pem = await (await fetch(header['x5u'])).text();
        return isSignedBy(token, pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
      },
    },
    ['token-key-header'],
  ],
  ['a token for a week that nothing renews', { payload: { ...claims, exp: now + 7 * 86_400 } }, ['token-lifetime']],
])('%s: one finding', async (_name, flaws, expected) => {
  expect(await confirmed(flaws)).toEqual(expected);
});

test('an app that only asks at the address, and refuses all the same, is likely at most', async () => {
  const said = await verdicts({
    accepts: async ({ header }) => {
      if (typeof header['jku'] === 'string') await fetch(header['jku']);
      return false;
    },
  });
  expect(said.filter(({ verdict }) => verdict === 'likely').map(({ probe }) => probe)).toEqual(['token-key-header']);
  expect(said.filter(({ verdict }) => verdict === 'confirmed')).toEqual([]);
});

test('without the owner’s key, what needs it is not tested', async () => {
  const said = await verdicts({}, { PW: 'right' });
  expect(said.filter(({ verdict }) => verdict === 'not-tested').map(({ probe }) => probe)).toEqual([
    'token-expiry',
    'token-audience',
    'token-role-claim',
  ]);
});

test('an app that answers everybody alike confirms nothing', async () => {
  expect(
    (await verdicts({ shaky: true })).map(({ verdict }) => verdict).filter((verdict) => verdict !== 'not-tested'),
  ).toEqual([]);
});

test('no observation holds a token or a key', async () => {
  const text = JSON.stringify(await verdicts({ key: 'your-256-bit-secret' }));
  expect(text).not.toMatch(/eyJ|your-256-bit-secret/);
});

test('wrong signatures differ in bytes, not in unused bits', () => {
  const jwt = readJwt(signHmac(HEADER, claims, STRONG));
  if (jwt === null) throw new Error('no token');
  expect(
    wrongSignatures(jwt)
      .map(({ token }) => readJwt(token))
      .map((one) => one !== null && isKeyOf(one, STRONG)),
  ).toEqual([false, false]);
});

test('a key is guessed only where it signs', () => {
  const jwt = readJwt(signHmac(HEADER, claims, 'changeme'));
  expect(jwt && guessKey(jwt, [])).toBe('changeme');
  const other = readJwt(unsigned({ alg: 'RS256' }, claims, 'c2ln'));
  expect(other && guessKey(other, [])).toBeUndefined();
});
