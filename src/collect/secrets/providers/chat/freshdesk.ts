import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'freshdesk',
  name: 'Freshdesk',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://support.freshdesk.com/en/support/solutions/articles/215517' },
  rules: [
    {
      id: 'freshdesk-api-key',
      name: 'Freshdesk API key',
      anchors: ['freshdesk', 'freshservice', 'freshchat'],
      pattern: assigned('fresh(?:desk|service|chat)', KEY, '[A-Za-z0-9]{20}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every support ticket and customer, and answer in your name.',
      samples: {
        yes: ['FRESHDESK_API_KEY={alnum:20}', "freshdeskApiKey: '{alnum:20}'"],
        no: ['FRESHDESK_API_KEY=your_freshdesk_api_key', 'checksum = "{alnum:20}"', 'FRESHDESK_API_KEY={alnum:23}'],
      },
    },
  ],
});
