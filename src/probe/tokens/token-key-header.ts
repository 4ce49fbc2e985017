import { sign } from 'node:crypto';
import { mainOrigin } from '../accounts/people.ts';
import { say } from '../accounts/observe.ts';
import { makeOwnKey, type OwnKey } from '../host/certificate.ts';
import { isOnThisMachine, openHost, type OwnHost } from '../host/own-host.ts';
import { part, signHmac, type Jwt } from './jwt.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import { SUBJECT } from './subject.ts';
import { notTested, sayTried, tokenProbe, tryVariants, type Variant } from './token-probe.ts';

const KID = 'launch-ready';
const KEYS = '/.well-known/jwks.json';
const CERTIFICATE = '/launch-ready.pem';

/** Headers that let the sender choose the key: a file that is empty, a row that is made up, a key in the token itself, or at an address. */
export const keyHeaderVariants = (
  { header, payload }: Jwt,
  { privateKey, jwk, certificate }: OwnKey,
  host: Pick<OwnHost, 'url'> | null,
): Variant[] => {
  const hs = { ...header, alg: 'HS256' };
  const { kty, n, e } = jwk;
  const signed = (more: object): string => {
    const input = `${part({ ...header, alg: 'RS256', ...more })}.${part(payload)}`;
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
  };
  return [
    {
      name: 'whose kid leads to an empty file',
      token: signHmac({ ...hs, kid: '../../../../../../../../dev/null' }, payload, ''),
    },
    { name: 'whose kid is the path of an empty file', token: signHmac({ ...hs, kid: '/dev/null' }, payload, '') },
    {
      name: 'whose kid is part of a query',
      token: signHmac({ ...hs, kid: "lr' UNION SELECT 'launchready' -- " }, payload, 'launchready'),
    },
    { name: 'with an empty kid and an empty key', token: signHmac({ ...hs, kid: '' }, payload, '') },
    { name: 'that brings its own key (jwk)', token: signed({ jwk: { kty, n, e, use: 'sig', alg: 'RS256' } }) },
    {
      name: 'that brings its own certificate (x5c)',
      token: signed({ x5c: [Buffer.from(certificate).toString('base64')] }),
    },
    ...(host === null
      ? []
      : [
          { name: 'that says where its key is (jku)', token: signed({ jku: host.url(KEYS), kid: KID }) },
          { name: 'that says where its certificate is (x5u)', token: signed({ x5u: host.url(CERTIFICATE), kid: KID }) },
        ]),
  ];
};

/** What is served at the address that a token names. */
const textsOf = ({ jwk, certificate, pem }: OwnKey): Record<string, string> => ({
  [KEYS]: JSON.stringify({
    keys: [{ ...jwk, kid: KID, use: 'sig', alg: 'RS256', x5c: [Buffer.from(certificate).toString('base64')] }],
  }),
  [CERTIFICATE]: pem,
});

export const tokenKeyHeader = tokenProbe({
  id: 'token-key-header',
  tries: 'whether a token may name or bring the key that it is checked with',
  requests: 8,
  run: async (context, subject) => {
    if (isUnchecked(await triedSignatures(context, subject))) return notTested(UNCHECKED);
    const key = makeOwnKey();
    // Nobody else's app is led to an address of ours.
    const host = isOnThisMachine(mainOrigin(context)) ? await openHost(textsOf(key)) : null;
    try {
      const tried = await tryVariants(subject, keyHeaderVariants(subject.jwt, key, host));
      const said = sayTried(subject, tried, 'key of our own');
      if (said.verdict === 'confirmed' || host === null || host.asked.length === 0) return said;
      const answers = [subject.valid, ...tried.slice(-2).map(({ answer }) => answer)];
      const text = `The app asked ${host.asked.length === 1 ? 'an address' : 'addresses'} of ours for a key because a token that nobody had verified named it; the token itself was refused.`;
      return say(SUBJECT, 'likely', text, answers, { actor: subject.actor.name });
    } finally {
      await host?.close();
    }
  },
});
