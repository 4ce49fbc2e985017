import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'wise',
  name: 'Wise',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://wise.com/settings/api-tokens',
    notes: ['A full-access token can send money: prefer read-only, and restrict it to the addresses of your servers.'],
  },
  rules: [
    {
      id: 'wise-api-token',
      name: 'Wise API token',
      anchors: ['transferwise', 'wise_', 'wise-', 'wiseapi', 'wisetoken', 'wise:', 'wise"'],
      pattern: assigned(
        '(?<![a-z])(?:transfer)?wise',
        'token|key|secret',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Read balances and recipients of your Wise account and, with full access, send money out.',
      verify: {
        url: 'https://api.wise.com/v2/profiles',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['WISE_API_TOKEN={uuid}', 'transferwiseApiKey: "{uuid}"', '"wise": { "apiToken": "{uuid}" }'],
        no: [
          'WISE_API_TOKEN=00000000-0000-0000-0000-000000000000',
          'otherwise_token = {uuid}',
          'WISE_PROFILE_ID={uuid}',
        ],
      },
    },
  ],
});
