import { unsigned, withSignature, type Jwt } from './jwt.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import { notTested, sayTried, tokenProbe, tryVariants, type Variant } from './token-probe.ts';

/** RFC 7519 6.1 and its spellings; and the signature left away. */
export const unsignedVariants = (jwt: Jwt): Variant[] => {
  const { header, payload } = jwt;
  const zeros = typeof header['alg'] === 'string' && header['alg'].startsWith('ES');
  return [
    ...['none', 'None', 'NONE', 'nOnE'].map((alg) => ({
      name: `with the algorithm "${alg}" and no signature`,
      token: unsigned({ ...header, alg }, payload),
    })),
    { name: 'with its signature left away', token: withSignature(jwt, '') },
    ...(zeros
      ? [
          {
            name: 'with a signature of zeros (CVE-2022-21449)',
            token: withSignature(jwt, Buffer.alloc(64).toString('base64url')),
          },
        ]
      : []),
  ];
};

export const tokenUnsigned = tokenProbe({
  id: 'token-unsigned',
  tries: 'whether a token without a signature is accepted',
  requests: 6,
  run: async (context, subject) => {
    if (isUnchecked(await triedSignatures(context, subject))) return notTested(UNCHECKED);
    return sayTried(subject, await tryVariants(subject, unsignedVariants(subject.jwt)), 'unsigned token');
  },
});
