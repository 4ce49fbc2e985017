import type { Probe } from '../contract/probe.ts';
import { speaksOfMoney } from './events.ts';
import { paymentLies, servesSeveral } from './payment-lies.ts';
import { signsTime, weakerHeaders } from './schemes.ts';
import { signedProbe } from './signed-probe.ts';
import { signatureProbe, signRightly } from './webhook-probe.ts';

const DAY = 24 * 3600;
const now = (): number => Math.floor(Date.now() / 1000);
const NO_TIME = 'The scheme signs no time; what protects is that an event counts once (webhook-replay).';

export const webhookUnsigned = signatureProbe('webhook-unsigned', 'whether an event without a signature counts');
export const webhookSignatureUnchecked = signatureProbe(
  'webhook-signature-unchecked',
  'whether an event with a wrong signature counts',
);
export const webhookFailsOpen = signatureProbe(
  'webhook-fails-open',
  'whether an event counts when its signature is left away',
);

export const webhookStale: Probe = signedProbe({
  id: 'webhook-stale',
  tries: 'whether an event that was signed a day ago counts',
  unfit: ({ scheme }) => (signsTime(scheme) ? undefined : NO_TIME),
  lies: ({ secret }) => [{ what: 'that was signed a day ago', trial: { at: now() - DAY, sign: signRightly(secret) } }],
});

export const webhookFuture: Probe = signedProbe({
  id: 'webhook-future',
  tries: 'whether an event that was signed for tomorrow counts',
  // Stripe's own library looks at the past alone.
  unfit: ({ scheme }) =>
    scheme === 'stripe'
      ? 'The vendor’s own library does not look at the future.'
      : signsTime(scheme)
        ? undefined
        : NO_TIME,
  lies: ({ secret }) => [
    { what: 'that was signed for tomorrow', trial: { at: now() + DAY, sign: signRightly(secret) } },
  ],
});

export const webhookAmount: Probe = signedProbe({
  id: 'webhook-amount',
  tries: 'whether a payment of another amount, in another currency or to another account than the order’s counts',
  unfit: (endpoint) => (speaksOfMoney(endpoint) ? undefined : 'Its events do not speak of money.'),
  lies: async ({ secret, scheme }, { thing }, context) =>
    thing?.amount === undefined
      ? []
      : paymentLies(thing.amount, scheme, await servesSeveral(context), signRightly(secret)),
  most: 3,
  onlyEffect: true,
});

export const webhookWrongMode: Probe = signedProbe({
  id: 'webhook-wrong-mode',
  tries: 'whether a payment of the other mode (test or live) counts',
  unfit: ({ scheme }) => (scheme === 'stripe' ? undefined : 'Its events have no mode.'),
  lies: ({ secret }, _good, { config }) => [
    {
      what: 'of the other mode (livemode)',
      trial: { live: config.boundary?.environment !== 'production', sign: signRightly(secret) },
    },
  ],
  onlyEffect: true,
});

export const webhookWrongScheme: Probe = signedProbe({
  id: 'webhook-wrong-scheme',
  tries: 'whether an old or foreign way to sign is accepted',
  unfit: ({ scheme }) =>
    ['stripe', 'github', 'standard'].includes(scheme) ? undefined : 'The scheme has no older way to sign.',
  lies: ({ secret }) => [
    {
      what: 'signed in an old or foreign way only',
      trial: { sign: (body, signing) => weakerHeaders({ ...signing, secret }, body)?.headers ?? {} },
    },
  ],
});
