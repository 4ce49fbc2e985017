import type { Place, Sighting } from '../../model/evidence/secrets.ts';

/** A place in the app's own code, changed as a test needs it. */
export const aPlace = (changes: Partial<Place> = {}): Place => ({
  path: 'server/pay.ts',
  line: 12,
  column: 9,
  exposure: 'tracked',
  role: 'app',
  ...changes,
});

/** A payment key that its format gives away, changed as a test needs it. */
export const aSighting = (changes: Partial<Sighting> = {}): Sighting => {
  const places = changes.places ?? [aPlace()];
  return {
    rule: 'stripe-secret-key',
    ruleName: 'Stripe secret key',
    provider: 'stripe',
    providerName: 'Stripe',
    verdict: 'secret',
    confidence: 'high',
    power: 'money',
    testMode: false,
    masked: 'sk_live_****Qz',
    id: 'a41f09c2d7e83b56',
    impact: 'Charge cards and refund.',
    places,
    count: places.length,
    rotation: {
      kind: 'overlap',
      at: 'https://dashboard.stripe.com/apikeys',
      steps: ['Create a new key.', 'Revoke the old one.'],
    },
    ...changes,
  };
};
