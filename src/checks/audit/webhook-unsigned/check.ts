import { defineCheck } from '../../../model/check.ts';
import type { Endpoint } from '../../../model/evidence/code.ts';
import { printable } from '../../secrets/leak/text.ts';
import { failsOpen, isCalledFromOutside, isKept, isOpenToAnonKey, writes, written } from '../webhooks.ts';

/** Takes events from outside and writes what they say. A list of one’s own hooks is no such thing: it has a session. */
const isWebhook = (endpoint: Endpoint): boolean =>
  isCalledFromOutside(endpoint) &&
  (endpoint.method === 'POST' || endpoint.method === '*') &&
  writes(endpoint) &&
  !endpoint.guards.some(({ kind, by }) => (kind === 'session' || kind === 'role') && by !== 'platform');

export default defineCheck({
  id: 'audit/webhook-unsigned',
  stage: 'audit',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Webhooks check who sent the event', fail: 'A webhook believes whoever sends it' },
  why: 'Anybody who knows the address can say that an order was paid, shipped or refunded, and the app writes it down.',
  references: ['CWE-345', 'OWASP API10:2023', 'ASVS 5.0 4.1.5'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    const hooks = endpoints.filter(isWebhook);
    if (hooks.length === 0) return 'not-applicable';
    const open = hooks.filter((one) => !isKept(one) && !failsOpen(one));
    const unknown = open.filter(({ unresolved, confidence }) => unresolved.length > 0 || confidence === 'likely');
    const defects = open
      .filter((one) => !unknown.includes(one))
      .map((one) => ({
        key: one.id,
        ...(isOpenToAnonKey(one) ? { severity: 'high' as const } : {}),
        where: { path: one.at.path, line: one.at.line },
        proof: {
          kind: 'code' as const,
          text: `${printable(one.id)} changes ${written(one).slice(0, 4).map(printable).join(', ')} and compares no signature and no secret before it does.${isOpenToAnonKey(one) ? ' The token that Supabase asks for may be the anon key, which every visitor has.' : ''}`,
        },
      }));
    if (unknown.length === 0) return defects;
    return {
      unproven: `Whether the sender is checked could not be followed for ${unknown.map(({ id, unresolved }) => `${printable(id)}${unresolved[0] === undefined ? '' : ` (${printable(unresolved[0])})`}`).join(', ')}`,
      unlock: 'Run the app and name the webhooks under boundary in launch-ready.config: forged events then show it.',
      ...(defects.length > 0 ? { defects } : {}),
    };
  },
  fix: () => ({
    steps: [
      'Check the signature over the raw bytes with the provider’s own library before anything is read: stripe.webhooks.constructEvent, new Webhook(secret).verify of standardwebhooks or svix, or an HMAC compared by crypto.timingSafeEqual.',
      'Refuse with 400 or 401 when the header is missing, when it does not fit, and when the secret is not set.',
      'Store the event’s id with its effect in one transaction, so that a repeated event counts once.',
    ],
    verify: 'npx launch-ready --only audit/webhook-unsigned',
  }),
});
