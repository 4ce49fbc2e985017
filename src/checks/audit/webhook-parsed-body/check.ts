import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { isCalledFromOutside } from '../webhooks.ts';

export default defineCheck({
  id: 'audit/webhook-parsed-body',
  stage: 'audit',
  bar: ['M12'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Signatures of webhooks are checked over the bytes that came',
    fail: 'A webhook’s signature is checked over a body that was parsed and written again',
  },
  why: 'Senders sign their bytes. A space or an accent written another way, and the genuine event is refused: customers pay and their orders stay unpaid, while the tests pass.',
  references: ['docs.stripe.com/webhooks/signature', 'CWE-347'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    const hooks = endpoints.filter(isCalledFromOutside);
    if (hooks.length === 0) return 'not-applicable';
    const found = hooks.flatMap(({ id, lapses = [] }) =>
      lapses.filter(({ when }) => when === 'parsed body').map(({ at }) => ({ id, at })),
    );
    return [...Map.groupBy(found, ({ at }) => `${at.path}:${at.line}`).values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const ids = [...new Set(same.map(({ id }) => printable(id)))].slice(0, 4);
      return [
        {
          key: `${first.at.path} ${first.id}`,
          where: { path: first.at.path, line: first.at.line },
          proof: {
            kind: 'code' as const,
            text: `What is signed here is JSON.stringify of what ${ids.join(', ')} got, not the bytes themselves.`,
          },
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Take the raw bytes: express.raw({ type: "application/json" }) on that route and before any express.json(), await request.text() in Next.js, Hono and edge functions, the rawBody option of NestJS and Fastify.',
      'Give those bytes to the check, and parse them after it.',
      'Where the provider’s own documentation signs the parsed body, waive this with that address.',
    ],
    verify: 'npx launch-ready --only audit/webhook-parsed-body',
  }),
});
