import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'trello',
  name: 'Trello',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://trello.com/power-ups/admin',
    notes: ['Revoke a token on trello.com under Settings, Applications.'],
  },
  rules: [
    {
      id: 'trello-token',
      name: 'Trello token',
      anchors: afterDelimiter('ATTA'),
      pattern: /(?<![\w-])(ATTA[0-9a-f]{64}[0-9A-F]{8})(?![\w-])/,
      power: 'data',
      impact: 'With the API key, read and change every board the person can see.',
      pairsWith: ['trello-api-key'],
      samples: {
        yes: ['TRELLO_TOKEN=ATTA{hex:64}{HEX:8}', '"token": "ATTA{hex:64}{HEX:8}"'],
        no: ['ATTACHMENT', 'ATTA{hex:20}'],
      },
    },
    {
      id: 'trello-legacy-token',
      name: 'Trello token or secret (older form)',
      anchors: ['trello'],
      pattern: assigned('trello', 'token|secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the API key, read and change every board the person can see.',
      pairsWith: ['trello-api-key'],
      samples: {
        yes: ['TRELLO_TOKEN={hex:64}', "trelloToken: '{hex:64}'"],
        no: ['TRELLO_TOKEN=your_trello_token', 'checksum = "{hex:64}"', 'TRELLO_TOKEN={hex:67}'],
      },
    },
    {
      id: 'trello-api-key',
      name: 'Trello API key',
      anchors: ['trello'],
      pattern: assigned('trello', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Nothing alone: it names your app and works with a token.',
      pairsWith: ['trello-token'],
      samples: {
        yes: ['TRELLO_API_KEY={hex:32}', "trelloApiKey: '{hex:32}'"],
        no: ['TRELLO_API_KEY=your_trello_api_key', 'checksum = "{hex:32}"', 'TRELLO_API_KEY={hex:35}'],
      },
    },
  ],
});
