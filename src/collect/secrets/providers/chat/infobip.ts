import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'infobip',
  name: 'Infobip',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://portal.infobip.com/dev/api-keys' },
  rules: [
    {
      id: 'infobip-api-key',
      name: 'Infobip API key',
      anchors: ['infobip'],
      pattern: assigned('infobip', KEY, '[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts and WhatsApp messages on your account.',
      samples: {
        yes: ['INFOBIP_API_KEY={hex:32}-{uuid}', "infobipApiKey: '{hex:32}-{uuid}'"],
        no: ['INFOBIP_API_KEY=your_infobip_api_key', 'checksum = "{hex:32}-{uuid}"'],
      },
    },
  ],
});
