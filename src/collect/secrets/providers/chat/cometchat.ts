import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cometchat',
  name: 'CometChat',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://app.cometchat.com/' },
  rules: [
    {
      id: 'cometchat-api-key',
      name: 'CometChat REST API key',
      anchors: ['cometchat', 'comet_chat'],
      pattern: assigned('comet[_.-]?chat', 'key', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and send every chat message of every user.',
      samples: {
        yes: ['COMETCHAT_REST_API_KEY={hex:40}', "cometchatRestApiKey: '{hex:40}'"],
        no: [
          'COMETCHAT_REST_API_KEY=your_cometchat_rest_api_key',
          'checksum = "{hex:40}"',
          'COMETCHAT_REST_API_KEY={hex:43}',
        ],
      },
    },
  ],
});
