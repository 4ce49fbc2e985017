import type { Probe } from '../contract/probe.ts';
import { speaksOfMoney } from './events.ts';
import { signsTime, weakerHeaders } from './schemes.ts';
import { signatureProbe, signedProbe, signRightly } from './webhook-probe.ts';

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
  trial: ({ secret }) => ({ at: now() - DAY, sign: signRightly(secret) }),
  what: 'that was signed a day ago',
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
  trial: ({ secret }) => ({ at: now() + DAY, sign: signRightly(secret) }),
  what: 'that was signed for tomorrow',
});

export const webhookAmount: Probe = signedProbe({
  id: 'webhook-amount',
  tries: 'whether a payment of another amount than the order’s counts',
  unfit: (endpoint) => (speaksOfMoney(endpoint) ? undefined : 'Its events do not speak of money.'),
  trial: ({ secret }, _bench, { thing }) =>
    thing?.amount === undefined ? undefined : { cents: thing.amount.cents === 1 ? 2 : 1, sign: signRightly(secret) },
  what: 'of one cent in the place of the order’s total',
  onlyEffect: true,
});

export const webhookWrongMode: Probe = signedProbe({
  id: 'webhook-wrong-mode',
  tries: 'whether a payment of the other mode (test or live) counts',
  unfit: ({ scheme }) => (scheme === 'stripe' ? undefined : 'Its events have no mode.'),
  trial: ({ secret }, bench) => ({ live: !bench.live, sign: signRightly(secret) }),
  what: 'of the other mode (livemode)',
  onlyEffect: true,
});

export const webhookWrongScheme: Probe = signedProbe({
  id: 'webhook-wrong-scheme',
  tries: 'whether an old or foreign way to sign is accepted',
  unfit: ({ scheme }) =>
    ['stripe', 'github', 'standard'].includes(scheme) ? undefined : 'The scheme has no older way to sign.',
  trial: ({ secret }) => ({ sign: (body, signing) => weakerHeaders({ ...signing, secret }, body)?.headers ?? {} }),
  what: 'signed in an old or foreign way only',
});
