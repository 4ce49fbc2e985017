import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zoho',
  name: 'Zoho',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://api-console.zoho.com/' },
  rules: [
    {
      id: 'zoho-refresh-token',
      name: 'Zoho refresh or access token',
      anchors: afterDelimiter('1000.'),
      pattern: /(?<![\w.-])(1000\.[0-9a-f]{32}\.[0-9a-f]{32})(?![\w-])/,
      power: 'data',
      impact: 'With the client secret, read your CRM, mail or books without an end.',
      samples: {
        yes: ['ZOHO_REFRESH_TOKEN=1000.{hex:32}.{hex:32}', '"access_token": "1000.{hex:32}.{hex:32}"'],
        no: ['"1000.50"', 'price: 1000.{hex:8}'],
      },
    },
    {
      id: 'zoho-client-secret',
      name: 'Zoho client secret',
      anchors: ['zoho'],
      pattern: assigned('zoho', 'secret', '[0-9a-f]{42}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Act as your Zoho app.',
      samples: {
        yes: ['ZOHO_CLIENT_SECRET={hex:42}', "zohoClientSecret: '{hex:42}'"],
        no: ['ZOHO_CLIENT_SECRET=your_zoho_client_secret', 'checksum = "{hex:42}"', 'ZOHO_CLIENT_SECRET={hex:45}'],
      },
    },
  ],
});
