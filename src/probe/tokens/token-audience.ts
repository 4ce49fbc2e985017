import { say } from '../accounts/observe.ts';
import { forger } from './forge.ts';
import { SUBJECT } from './subject.ts';
import { sayTried, tokenProbe, tryVariants } from './token-probe.ts';

const ELSEWHERE = 'https://other-service.launch-ready.invalid';

export const tokenAudience = tokenProbe({
  id: 'token-audience',
  tries: 'whether a token made for another service, or by another issuer, is accepted',
  requests: 2,
  run: async (context, subject) => {
    const claims = ['aud', 'iss'].filter((name) => subject.jwt.payload[name] !== undefined);
    if (claims.length === 0)
      return say(SUBJECT, 'refuted', 'Tokens name neither audience nor issuer.', [subject.valid]);
    const forged = await forger(context, subject);
    if ('cannot' in forged) return forged.cannot;
    const tried = await tryVariants(
      subject,
      claims.map((name) => ({ name: `whose ${name} is another service’s`, token: forged.sign({ [name]: ELSEWHERE }) })),
    );
    const said = sayTried(subject, tried, 'token of another service');
    // An issuer alone is often a name only; the audience is what keeps services apart (RFC 7519 4.1.3).
    return said.verdict === 'confirmed' && tried.at(-1)?.name.includes('iss') === true
      ? { ...said, verdict: 'likely' }
      : said;
  },
});
