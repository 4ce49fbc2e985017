import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'new-relic',
  name: 'New Relic',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://one.newrelic.com/api-keys' },
  rules: [
    {
      id: 'new-relic-user-key',
      name: 'New Relic user key',
      anchors: ['NRAK-'],
      pattern: /\b(NRAK-[A-Z0-9]{27})(?![\w-])/,
      power: 'data',
      impact: 'Read every log and trace of the account and change alerts.',
      verify: {
        url: 'https://api.newrelic.com/graphql',
        method: 'POST',
        headers: { 'api-key': '{secret}', 'content-type': 'application/json' },
        body: '{"query":"{ actor { user { id } } }"}',
        live: [200],
        dead: [],
        liveText: '"id"',
      },
      samples: {
        yes: ['NEW_RELIC_API_KEY=NRAK-{upper:27}', '"apiKey": "NRAK-{upper:27}"'],
        no: ['NRAK-XXXXXXXXXXXXXXXXXXXXXXXXXXX', 'NRAK-{upper:10}'],
      },
    },
    {
      id: 'new-relic-insert-key',
      name: 'New Relic insert or query key',
      anchors: ['NRII-', 'NRIQ-'],
      pattern: /\b(NRI[IQ]-[A-Za-z0-9_-]{32})(?![\w-])/,
      power: 'limited',
      impact: 'Send made-up events, or with a query key read your data.',
      samples: {
        yes: ['NEW_RELIC_INSERT_KEY=NRII-{base64url:32}', 'key: "NRIQ-{alnum:32}"'],
        no: ['NRII-your-key', 'NRII-{alnum:8}'],
      },
    },
    {
      id: 'new-relic-rest-key',
      name: 'New Relic REST API key',
      anchors: ['NRRA-'],
      pattern: /\b(NRRA-[0-9a-f]{42})(?![\w-])/,
      power: 'data',
      impact: 'Read and change applications and alerts of the account.',
      samples: { yes: ['NEWRELIC_REST_KEY=NRRA-{hex:42}', '"NRRA-{hex:42}"'], no: ['NRRA-{hex:10}'] },
    },
    {
      id: 'new-relic-license-key',
      name: 'New Relic license key',
      anchors: ['NRAL'],
      pattern: /(?<![\w-])((?:(?:eu|us|jp)[0-9]{2}x{2}[0-9a-f]{22,30}|[0-9a-f]{28,36})(?:FFFF)?NRAL)(?![\w-])/,
      power: 'limited',
      impact: 'Send made-up data on your bill.',
      samples: {
        yes: ['NEW_RELIC_LICENSE_KEY={hex:32}FFFFNRAL', "license_key: '{hex:36}NRAL'"],
        no: ['NEW_RELIC_LICENSE_KEY=xxxxxxxxNRAL', 'central-NRAL'],
      },
    },
    {
      id: 'new-relic-browser-key',
      name: 'New Relic browser key',
      anchors: ['NRJS-'],
      pattern: /\b(NRJS-[0-9a-f]{19})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up page views; it reads nothing.',
      samples: { yes: ['licenseKey: "NRJS-{hex:19}"'], no: ['NRJS-xxx'] },
    },
  ],
});
