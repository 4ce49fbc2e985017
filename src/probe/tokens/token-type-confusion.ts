import { say } from '../accounts/observe.ts';
import { isUnchecked, triedSignatures, UNCHECKED } from './signature.ts';
import { SUBJECT } from './subject.ts';
import { notTested, sayTried, tokenProbe, tryVariants } from './token-probe.ts';

/** Tokens in a login's answer that are not for access, by their names. */
export const otherTokens = (json: unknown, access: string, depth = 0): { kind: 'refresh' | 'id'; token: string }[] => {
  if (typeof json !== 'object' || json === null || depth > 4) return [];
  return Object.entries(json)
    .slice(0, 100)
    .flatMap(([name, value]) => {
      if (typeof value !== 'string') return otherTokens(value, access, depth + 1);
      const kind = /refresh/i.test(name) ? 'refresh' : /^id_?token$/i.test(name) ? 'id' : undefined;
      const usable = value.length >= 16 && value.length <= 8_192 && /^[\x21-\x7e]+$/.test(value) && value !== access;
      return kind !== undefined && usable ? [{ kind, token: value } as const] : [];
    })
    .slice(0, 4);
};

export const tokenTypeConfusion = tokenProbe({
  id: 'token-type-confusion',
  tries: 'whether a refresh or id token is accepted in the place of an access token',
  requests: 2,
  run: async (context, subject) => {
    const others = otherTokens(subject.login, subject.jwt.token);
    if (others.length === 0) {
      if (subject.login === undefined)
        return notTested('The login’s answer was not seen: give an actor with login and passwordEnv.');
      return say(SUBJECT, 'refuted', 'The login gives no token of another kind.', [subject.valid]);
    }
    if (isUnchecked(await triedSignatures(context, subject))) return notTested(UNCHECKED);
    const tried = await tryVariants(
      subject,
      others.map(({ kind, token }) => ({ name: `made for ${kind === 'id' ? 'identification' : 'refreshing'}`, token })),
    );
    const said = sayTried(subject, tried, 'token of another kind');
    return said.verdict === 'confirmed' && tried.at(-1)?.name.endsWith('identification') === true
      ? { ...said, verdict: 'likely' }
      : said;
  },
});
