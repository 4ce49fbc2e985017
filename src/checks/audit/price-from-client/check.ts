import { defineCheck } from '../../../model/check.ts';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { placeOf, reachedBy } from '../flows.ts';
import { isCalledFromOutside } from '../webhooks.ts';

/** Where people say themselves how much they pay. */
const GIVEN =
  /donat|tip(?:s|ping)?(?:\b|[_/A-Z])|top-?up|deposit|wallet|fund|contribut|pledge|gift|credit|refund|payout|transfer|withdraw|invoice|payment-?link|offer|bid|quote|expense/i;

/** The shop’s own people, who do set prices. */
const STAFF = /admin|staff|manager|operator|seller|vendor|merchant|\bpos\b|back-?office/i;

const isForCustomers = (endpoint: Endpoint): boolean =>
  !endpoint.guards.some(({ kind }) => kind === 'signature' || kind === 'shared-secret') &&
  !isCalledFromOutside(endpoint) &&
  !GIVEN.test(endpoint.id) &&
  !STAFF.test(endpoint.id) &&
  !endpoint.guards.some(({ kind, name }) => kind === 'role' && STAFF.test(name));

export default defineCheck({
  id: 'audit/price-from-client',
  stage: 'audit',
  bar: [],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'Prices come from the app’s own data', fail: 'The browser says what is to be paid' },
  why: 'Whoever changes one number in the request buys anything for a cent: the payment succeeds, and the order counts as paid.',
  references: ['CWE-602', 'CWE-472', 'ASVS 5.0 2.2.2', 'OWASP API6:2023'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (endpoints.length === 0) return 'not-applicable';
    return reachedBy(endpoints.filter(isForCustomers), 'price').map(({ flow, ids }) => ({
      key: `${flow.at.path} ${flow.what}`,
      where: placeOf(flow),
      proof: {
        kind: 'code',
        text: `${flow.what} is what the caller of ${ids.join(', ')} sends; nothing that is stored has a part in it, and it is compared with nothing.`,
        ...(flow.frame === undefined ? {} : { frame: flow.frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Take ids and quantities from the request, read the prices from your own data, and add up on the server.',
      'Where the browser shows a total, let it send that total only to be compared: refuse when it differs.',
      'When the payment comes in, compare amount and currency with the order before it counts as paid.',
    ],
    verify: 'npx launch-ready --only audit/price-from-client',
  }),
});
