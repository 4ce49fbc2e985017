import { createHmac } from 'node:crypto';
import { say } from '../accounts/observe.ts';
import { hashOf, type Jwt } from './jwt.ts';
import { knownKey } from './keys.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import { SUBJECT } from './subject.ts';
import { notTested, sayTried, tokenProbe, tryVariants } from './token-probe.ts';

/** The same claims in other bytes, so that a signature of our own is needed. */
export const respelt = ({ token, header, payload }: Jwt, key: string | Uint8Array): string => {
  const input = `${token.split('.')[0]}.${Buffer.from(`${JSON.stringify(payload)} `).toString('base64url')}`;
  return `${input}.${createHmac(hashOf(header['alg']) ?? 'sha256', key)
    .update(input)
    .digest('base64url')}`;
};

export const tokenWeakSecret = tokenProbe({
  id: 'token-weak-secret',
  tries: 'whether tokens are signed with a secret that stands in a word list',
  requests: 1,
  run: async (context, subject) => {
    const { alg } = subject.jwt.header;
    if (hashOf(alg) === undefined)
      return say(SUBJECT, 'refuted', 'Tokens are not signed with a shared secret.', [subject.valid]);
    const known = await knownKey(context, subject.jwt);
    if (known?.from !== 'guessed') {
      return say(SUBJECT, 'refuted', 'The secret is none of the common ones; guessed off line, without a request.', [
        subject.valid,
      ]);
    }
    if (isUnchecked(await triedSignatures(context, subject))) return notTested(UNCHECKED);
    const forged = {
      name: 'that we signed with a secret found in a word list',
      token: respelt(subject.jwt, known.key),
    };
    const said = sayTried(subject, await tryVariants(subject, [forged]), 'forged token');
    return said.verdict === 'refuted'
      ? { ...said, verdict: 'inconclusive', said: `${said.said} The secret fits the signature all the same.` }
      : said;
  },
});
