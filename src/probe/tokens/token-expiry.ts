import { say } from '../accounts/observe.ts';
import { forger } from './forge.ts';
import { numberClaim } from './jwt.ts';
import { SUBJECT } from './subject.ts';
import { sayTried, tokenProbe, tryVariants } from './token-probe.ts';

const HOUR = 3600;

export const tokenExpiry = tokenProbe({
  id: 'token-expiry',
  tries: 'whether a token that has ended, or never ends, is accepted',
  requests: 1,
  run: async (context, subject) => {
    if (numberClaim(subject.jwt, 'exp') === undefined) {
      const said = `The token carries no exp and opens ${subject.own.path}: whoever has seen it once can use it for good.`;
      return say(SUBJECT, 'confirmed', said, [subject.valid, subject.invalid], {
        actor: subject.actor.name,
        facts: { exp: false },
      });
    }
    const forged = await forger(context, subject);
    if ('cannot' in forged) return forged.cannot;
    const now = Math.floor(Date.now() / 1000);
    const past = { iat: now - 3 * HOUR, exp: now - 2 * HOUR };
    const token = forged.sign('nbf' in subject.jwt.payload ? { ...past, nbf: past.iat } : past);
    return sayTried(
      subject,
      await tryVariants(subject, [{ name: 'that ended two hours ago', token }]),
      'expired token',
    );
  },
});
