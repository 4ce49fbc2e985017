import { generateKeyPairSync, sign } from 'node:crypto';
import { part, signHmac, type Jwt } from './jwt.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import { notTested, sayTried, tokenProbe, tryVariants, type Variant } from './token-probe.ts';

/** Headers that let the sender choose the key: a file that is empty, a row that is made up, a key in the token itself. */
export const keyHeaderVariants = ({ header, payload }: Jwt): Variant[] => {
  const hs = { ...header, alg: 'HS256' };
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { kty, n, e } = publicKey.export({ format: 'jwk' });
  const embedded = { ...header, alg: 'RS256', jwk: { kty, n, e, use: 'sig', alg: 'RS256' } };
  const input = `${part(embedded)}.${part(payload)}`;
  return [
    {
      name: 'whose kid leads to an empty file',
      token: signHmac({ ...hs, kid: '../../../../../../../../dev/null' }, payload, ''),
    },
    {
      name: 'whose kid is part of a query',
      token: signHmac({ ...hs, kid: "lr' UNION SELECT 'launchready' -- " }, payload, 'launchready'),
    },
    { name: 'with an empty kid and an empty key', token: signHmac({ ...hs, kid: '' }, payload, '') },
    {
      name: 'that brings its own key (jwk)',
      token: `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`,
    },
  ];
};

export const tokenKeyHeader = tokenProbe({
  id: 'token-key-header',
  tries: 'whether a token may name or bring the key that it is checked with',
  requests: 4,
  run: async (context, subject) => {
    if (isUnchecked(await triedSignatures(context, subject))) return notTested(UNCHECKED);
    return sayTried(subject, await tryVariants(subject, keyHeaderVariants(subject.jwt)), 'key of our own');
  },
});
