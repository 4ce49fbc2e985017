import { say } from '../accounts/observe.ts';
import { benchOf, shown } from './bench.ts';
import { rightlySigned, signRightly, webhookProbe } from './webhook-probe.ts';

/** The same JSON as senders write it: Stripe breaks its lines. */
export const broken = (body: string): string => JSON.stringify(JSON.parse(body), null, 2);

export const webhookRawBody = webhookProbe({
  id: 'webhook-raw-body',
  tries: 'whether a rightly signed event is taken when its JSON is written in another way',
  requests: 8,
  run: async (context, endpoint) => {
    const subject = endpoint.path;
    const ready = await rightlySigned(context, endpoint);
    if ('cannot' in ready) return ready.cannot;
    const { good, signed } = ready;
    const sign = signRightly(signed.secret);
    const bench = await benchOf(context, endpoint);
    const other = await bench.try({ sign, spell: broken });
    if (other.outcome === 'silent')
      return say(subject, 'inconclusive', 'The event with line breaks got no telling answer.', shown(good, other));
    if (good.outcome === 'effect' && other.thing === null)
      return say(subject, 'inconclusive', 'No other order of ours waited for an event.', shown(good, other));
    if (other.outcome === good.outcome)
      return say(subject, 'refuted', `${subject} took an event whose JSON has line breaks.`, shown(good, other));
    // In one line it must still be taken, or something else has changed meanwhile.
    const plain = await bench.try({ sign });
    const answers = shown(plain, other);
    if (plain.outcome !== good.outcome)
      return say(subject, 'inconclusive', 'The same event in one line was not taken any more either.', answers);
    const what = other.outcome === 'refused' ? 'was refused' : 'had no effect';
    return say(
      subject,
      'confirmed',
      `A rightly signed event whose JSON has line breaks ${what}; in one line it was taken. The signature is compared with one over the body as it was parsed and written again.`,
      answers,
      { facts: { scheme: endpoint.scheme } },
    );
  },
});
