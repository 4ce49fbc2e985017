import type { Probe, ProbeContext } from '../contract/probe.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { shown, type Delivery, type Trial } from './bench.ts';
import { endpointsOf, NO_ENDPOINT, noSecret, type Endpoint } from './endpoints.ts';
import { signatureHeaders } from './schemes.ts';
import { judged, type Kind, type Wrong } from './wrong-signatures.ts';

const WHAT: Readonly<Record<Kind, string>> = {
  'webhook-unsigned': 'an event without any signature',
  'webhook-signature-unchecked': 'an event with a wrong signature',
  'webhook-fails-open': 'an event without a signature, while a wrong one is refused',
};

interface Parts {
  id: string;
  tries: string;
  requests: number;
  run: (context: ProbeContext, endpoint: Endpoint) => Promise<Said>;
}

/** A probe that speaks of each endpoint. */
export const webhookProbe = ({ id, tries, requests, run }: Parts): Probe =>
  makeProbe({
    id,
    tries,
    mode: 'write',
    requests: (context) => endpointsOf(context).length * requests,
    subject: 'webhooks',
    run: async (context) => {
      const endpoints = endpointsOf(context);
      if (endpoints.length === 0) return [say('webhooks', 'not-tested', NO_ENDPOINT)];
      const said: Said[] = [];
      for (const endpoint of endpoints) said.push(await run(context, endpoint));
      return said;
    },
  });

/** What one of the three says of an endpoint: at most one of them confirms. */
export const signatureProbe = (id: Kind, tries: string): Probe =>
  webhookProbe({
    id,
    tries,
    requests: 10,
    run: async (context, endpoint) => {
      const { kind, pass, name, delivery, good, wrong } = await judged(context, endpoint);
      const subject = endpoint.path;
      const answers = shown(delivery, good);
      const owner = delivery.thing === null ? {} : { owner: delivery.thing.owner.name };
      const facts = { facts: { variant: name, scheme: endpoint.scheme } };
      if (kind === id && pass === 'proven') {
        return say(
          subject,
          'confirmed',
          `${subject} took ${WHAT[id]} (sent ${name}): ${delivery.thing?.resource.type ?? 'an object'} went from ${delivery.thing?.status ?? '?'} to ${delivery.after}, as its owner reads it.`,
          shown(delivery),
          { ...owner, ...facts },
        );
      }
      if (kind === id)
        return say(
          subject,
          'likely',
          `${subject} answered ${WHAT[id]} (sent ${name}) exactly as a rightly signed one; no effect of either could be read.`,
          answers,
          facts,
        );
      if (kind !== null) return say(subject, 'refuted', `Spoken of as ${kind}.`, answers);
      const own = id === 'webhook-signature-unchecked' ? wrong.garbage.map((one) => one.delivery) : [wrong.unsigned];
      const all = shown(...own, good);
      if (pass === 'unclear') return say(subject, 'inconclusive', unclearBecause(endpoint, good, delivery), all);
      return say(subject, 'refuted', `${subject} refused it.`, all);
    },
  });

export type SignedEndpoint = Endpoint & { secret: string };

/** Signatures are checked, and a right one is taken; or why nothing can be said beyond that. */
export const rightlySigned = async (
  context: ProbeContext,
  endpoint: Endpoint,
): Promise<{ good: Delivery; wrong: Wrong; signed: SignedEndpoint } | { cannot: Said }> => {
  const { path, secret } = endpoint;
  if (secret === undefined) return { cannot: say(path, 'not-tested', noSecret(endpoint)) };
  const { kind, good, wrong } = await judged(context, endpoint);
  if (kind !== null)
    return {
      cannot: say(
        path,
        'not-tested',
        `Signatures are not checked (${kind}), so nothing can be said of this on its own.`,
      ),
    };
  if (good === null || !['effect', 'accepted'].includes(good.outcome))
    return { cannot: say(path, 'inconclusive', `${path} did not take a rightly signed event.`, shown(good)) };
  return { good, wrong, signed: { ...endpoint, secret } };
};

const unclearBecause = ({ path, scheme, secret }: Endpoint, good: Delivery | null, { outcome }: Delivery): string => {
  if (secret === undefined)
    return `${path} ${outcome === 'accepted' ? 'answers wrong events with 2xx, which may be before it looks at them' : 'refused, but perhaps for another reason'}. ${noSecret({ path, scheme })}`;
  return good?.outcome === 'effect' || good?.outcome === 'accepted'
    ? 'A try got no telling answer.'
    : `${path} did not take a rightly signed event either, so nothing follows.`;
};

export const signRightly =
  (secret: string): Trial['sign'] =>
  (body, signing) =>
    signatureHeaders({ ...signing, secret }, body);
