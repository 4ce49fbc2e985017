import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mercury',
  name: 'Mercury',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://app.mercury.com/settings/tokens',
    notes: ['A write token works only from listed addresses; a read-only token works from anywhere.'],
  },
  rules: [
    {
      id: 'mercury-api-token',
      name: 'Mercury API token',
      anchors: ['mercury_production_'],
      pattern: /\b(mercury_production_[a-z]{2,8}_[A-Za-z0-9]{38,52}_yrucrem)\b/,
      power: 'money',
      impact: "Read your company's bank account and, with write rights, send money out.",
      verify: {
        url: 'https://api.mercury.com/api/v1/accounts',
        headers: { authorization: 'Bearer secret-token:{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'MERCURY_TOKEN=secret-token:mercury_production_wma_{alnum:44}_yrucrem',
          '"mercury_production_rma_{alnum:44}_yrucrem"',
        ],
        no: ['mercury_production_wma_short_yrucrem', 'mercury_sandbox_rma_{alnum:44}_yrucrem'],
      },
    },
  ],
});
