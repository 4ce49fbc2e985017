import { triedSignatures } from './signature.ts';
import { sayTried, tokenProbe } from './token-probe.ts';

export const tokenSignatureUnchecked = tokenProbe({
  id: 'token-signature-unchecked',
  tries: 'whether a token with a wrong signature is accepted',
  requests: 4,
  run: async (context, subject) => sayTried(subject, await triedSignatures(context, subject), 'wrong signature'),
});
