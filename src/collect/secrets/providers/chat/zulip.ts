import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zulip',
  name: 'Zulip',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://zulip.com/api/api-keys' },
  rules: [
    {
      id: 'zulip-api-key',
      name: 'Zulip API key',
      anchors: ['zulip'],
      pattern: assigned('zulip', 'key|token', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and post as the person or bot it belongs to.',
      samples: {
        yes: ['ZULIP_API_KEY={alnum:32}', "zulipApiKey: '{alnum:32}'"],
        no: ['ZULIP_API_KEY=your_zulip_api_key', 'checksum = "{alnum:32}"', 'ZULIP_API_KEY={alnum:35}'],
      },
    },
  ],
});
