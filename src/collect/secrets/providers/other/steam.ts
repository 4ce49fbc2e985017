import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'steam',
  name: 'Steam',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://steamcommunity.com/dev/apikey' },
  rules: [
    {
      id: 'steam-api-key',
      name: 'Steam Web API key',
      anchors: ['steam_api', 'steam_web', 'steamapi', 'steam_key', 'steamwebapi'],
      pattern: assigned('steam(?=[_.-]?(?:web|api|key))', 'key', '[0-9A-F]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask Steam on your account.',
      samples: {
        yes: ['STEAM_API_KEY={HEX:32}', "steamApiKey: '{HEX:32}'"],
        no: ['STEAM_API_KEY=your_steam_api_key', 'checksum = "{HEX:32}"', 'STEAM_API_KEY={HEX:35}'],
      },
    },
  ],
});
