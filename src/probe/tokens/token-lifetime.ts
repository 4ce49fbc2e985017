import { say } from '../accounts/observe.ts';
import { numberClaim } from './jwt.ts';
import { SUBJECT } from './subject.ts';
import { tokenProbe } from './token-probe.ts';
import { otherTokens } from './token-type-confusion.ts';

const DAY = 24 * 3600;

export const tokenLifetime = tokenProbe({
  id: 'token-lifetime',
  tries: 'whether access tokens live longer than a day',
  requests: 0,
  run: async (_context, subject) => {
    const exp = numberClaim(subject.jwt, 'exp');
    if (exp === undefined)
      return say(SUBJECT, 'not-tested', 'The token carries no exp (token-expiry).', [subject.valid]);
    const seconds = Math.round(exp - (numberClaim(subject.jwt, 'iat') ?? Date.now() / 1000));
    const renewed = otherTokens(subject.login, subject.jwt.token).some(({ kind }) => kind === 'refresh');
    const facts = { seconds, renewed };
    const hours = `${Math.round(seconds / 360) / 10} hours`;
    const long = seconds > DAY && !renewed;
    const said = long
      ? `A token lives ${hours} and nothing renews it.`
      : `A token lives ${hours}${renewed ? ' and is renewed' : ''}.`;
    return say(SUBJECT, long ? 'confirmed' : 'refuted', said, [subject.valid], { actor: subject.actor.name, facts });
  },
});
