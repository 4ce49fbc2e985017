import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'chatwoot',
  name: 'Chatwoot',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://app.chatwoot.com/',
    notes: ['Self-hosted: Profile settings, Access token, on your own server.'],
  },
  rules: [
    {
      id: 'chatwoot-access-token',
      name: 'Chatwoot access token',
      anchors: ['chatwoot'],
      pattern: assigned('chatwoot', 'token|key', '[A-Za-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every conversation with your customers and answer in your name.',
      samples: {
        yes: ['CHATWOOT_API_TOKEN={alnum:24}', "chatwootApiToken: '{alnum:24}'"],
        no: ['CHATWOOT_API_TOKEN=your_chatwoot_api_token', 'checksum = "{alnum:24}"', 'CHATWOOT_API_TOKEN={alnum:27}'],
      },
    },
  ],
});
