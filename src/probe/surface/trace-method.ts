import { randomBytes } from 'node:crypto';
import { makeProbe, say, told } from '../accounts/observe.ts';
import { mainOrigin } from '../accounts/people.ts';
import { isGood } from '../actors/door.ts';
import type { Method } from '../contract/operation.ts';

const SUBJECT = 'TRACE /';
/** No operation of an app has it, so the contract does not name it. */
const TRACE = 'TRACE' as Method;

export const traceMethod = makeProbe({
  id: 'trace-method',
  tries: 'whether TRACE sends headers back',
  mode: 'read',
  requests: 1,
  subject: SUBJECT,
  run: async (context) => {
    const nonce = randomBytes(8).toString('hex');
    const answer = await context.send(
      { method: TRACE, url: `${mainOrigin(context)}/`, headers: { 'x-launch-ready-trace': nonce } },
      { as: null, mode: 'read', maxBytes: 16 * 1024, upsets: true },
    );
    if (answer.ok && isGood(answer.status) && answer.text.includes(nonce))
      return [
        say(
          SUBJECT,
          'confirmed',
          'TRACE was answered with the headers that were sent, a made-up one among them.',
          [answer],
          { actor: 'nobody' },
        ),
      ];
    // Not to be let through at all is a refusal too.
    if (!answer.ok && answer.kind !== 'connection' && answer.kind !== 'protocol')
      return [say(SUBJECT, 'inconclusive', `TRACE ${told(answer)}.`, [answer])];
    return [
      say(
        SUBJECT,
        'refuted',
        answer.ok
          ? `TRACE was answered with ${answer.status} and not with what was sent.`
          : 'TRACE was not let through.',
        [answer],
      ),
    ];
  },
});
