import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gocardless',
  name: 'GoCardless',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://manage.gocardless.com/developers' },
  rules: [
    {
      id: 'gocardless-live-token',
      name: 'GoCardless live access token',
      anchors: ['gocardless', 'go_cardless'],
      pattern: assigned('go_?cardless', 'token|key|secret|live', 'live_[\\w-]{40}=?'),
      power: 'money',
      impact: "Collect direct debits from your customers' bank accounts, refund, and read their details.",
      verify: {
        url: 'https://api.gocardless.com/creditors',
        headers: { authorization: 'Bearer {secret}', 'gocardless-version': '2015-07-06' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['GOCARDLESS_ACCESS_TOKEN=live_{alnum:40}', "gocardless: { accessToken: 'live_{alnum:40}' }"],
        no: [
          'GOCARDLESS_ACCESS_TOKEN=live_your_token',
          'GOCARDLESS_ACCESS_TOKEN=live_{alnum:20}',
          'TOKEN=live_{alnum:40}',
        ],
      },
    },
    {
      id: 'gocardless-sandbox-token',
      name: 'GoCardless sandbox access token',
      anchors: ['gocardless', 'go_cardless'],
      pattern: assigned('go_?cardless', 'token|key|secret|sandbox', 'sandbox_[\\w-]{40}=?'),
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox; no real money moves.',
      samples: {
        yes: ['GOCARDLESS_ACCESS_TOKEN=sandbox_{alnum:40}', 'gocardless:\n  access_token: "sandbox_{alnum:40}"'],
        no: ['GOCARDLESS_ACCESS_TOKEN=sandbox_your_access_token', 'GOCARDLESS_ACCESS_TOKEN=sandbox_{alnum:20}'],
      },
    },
  ],
});
