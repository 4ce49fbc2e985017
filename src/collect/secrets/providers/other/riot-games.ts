import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'riot-games',
  name: 'Riot Games',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://developer.riotgames.com/' },
  rules: [
    {
      id: 'riot-games-api-key',
      name: 'Riot Games API key',
      anchors: ['RGAPI-'],
      pattern: /\b(RGAPI-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
      power: 'limited',
      impact: 'Ask Riot on your quota.',
      samples: { yes: ['RIOT_API_KEY=RGAPI-{uuid}', '"X-Riot-Token": "RGAPI-{uuid}"'], no: ['RGAPI-xxxx'] },
    },
  ],
});
