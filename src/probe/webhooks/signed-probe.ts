import { say, type Said } from '../accounts/observe.ts';
import type { Probe, ProbeContext } from '../contract/probe.ts';
import { benchOf, shown, type Delivery, type Trial } from './bench.ts';
import type { Endpoint } from './endpoints.ts';
import { rightlySigned, webhookProbe, type SignedEndpoint } from './webhook-probe.ts';
import { failedWithoutEffect, type Wrong } from './wrong-signatures.ts';

/** A right signature under an event that lies in one thing. */
export interface Lie {
  /** Ends "took an event …". */
  what: string;
  trial: Trial;
}

interface SignedParts {
  id: string;
  tries: string;
  /** Why it does not apply; undefined when it does. */
  unfit: (endpoint: Endpoint) => string | undefined;
  /** What is tried, in this order, until something has an effect. */
  lies: (endpoint: SignedEndpoint, good: Delivery, context: ProbeContext) => readonly Lie[] | Promise<readonly Lie[]>;
  /** At most so many lies. */
  most?: number;
  /** An answer says nothing of it: only an effect does. */
  onlyEffect?: boolean;
}

/** A probe that signs rightly and lies in one thing. */
export const signedProbe = ({ id, tries, unfit, lies, most = 1, onlyEffect = false }: SignedParts): Probe =>
  webhookProbe({
    id,
    tries,
    requests: 4 * most,
    run: async (context, endpoint) => {
      const subject = endpoint.path;
      const reason = unfit(endpoint);
      if (reason !== undefined) return say(subject, 'refuted', reason);
      const ready = await rightlySigned(context, endpoint);
      if ('cannot' in ready) return ready.cannot;
      const { good, wrong, signed } = ready;
      if (onlyEffect && good.outcome !== 'effect')
        return say(
          subject,
          'not-tested',
          `No effect of an event of ${subject} could be read: an order of ours that waits for it is needed.`,
          shown(good),
        );
      const bench = await benchOf(context, endpoint);
      let last: Said | undefined;
      for (const { what, trial } of await lies(signed, good, context)) {
        const said = judgeLie(endpoint, what, good, wrong, await bench.try(trial));
        if (last === undefined || last.verdict === 'refuted' || said.verdict === 'confirmed') last = said;
        if (said.verdict === 'confirmed') break;
      }
      return last ?? say(subject, 'not-tested', 'No such event could be made.');
    },
  });

/** Pure: what follows from an event that lies, held against the good one. */
const judgeLie = (
  { path: subject, scheme }: Endpoint,
  what: string,
  good: Delivery,
  wrong: Wrong,
  delivery: Delivery,
): Said => {
  const answers = shown(good, delivery);
  const owner = delivery.thing === null ? {} : { owner: delivery.thing.owner.name };
  if (delivery.outcome === 'effect')
    return say(
      subject,
      'confirmed',
      `${subject} took an event ${what}: ${delivery.thing?.resource.type ?? 'an object'} went from ${delivery.thing?.status ?? '?'} to ${delivery.after}, as its owner reads it.`,
      shown(delivery),
      { ...owner, facts: { scheme, variant: what } },
    );
  if (failedWithoutEffect(delivery, good))
    return say(subject, 'refuted', `An event ${what} made ${subject} fail, and had no effect.`, answers);
  if (delivery.outcome === 'silent') return say(subject, 'inconclusive', 'The event got no telling answer.', answers);
  if (delivery.outcome === 'refused') return say(subject, 'refuted', `${subject} refused an event ${what}.`, answers);
  if (good.outcome === 'effect' && delivery.thing === null)
    return say(subject, 'inconclusive', 'No other order of ours waited for an event.', answers);
  if (good.outcome === 'effect') return say(subject, 'refuted', `An event ${what} had no effect.`, answers);
  const refuses = wrong.garbage.every((one) => one.delivery.outcome === 'refused');
  return refuses
    ? say(
        subject,
        'likely',
        `${subject} answered an event ${what} as a good one, while it refuses wrong signatures; its effect could not be read.`,
        answers,
      )
    : say(subject, 'inconclusive', 'All events are answered alike.', answers);
};
