import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'remove-bg',
  name: 'remove.bg',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.remove.bg/dashboard#api-key' },
  rules: [
    {
      id: 'remove-bg-api-key',
      name: 'remove.bg API key',
      anchors: ['removebg', 'remove_bg', 'remove.bg', 'remove-bg'],
      pattern: assigned('remove[_.-]?bg', KEY, '[A-Za-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use your credits.',
      verify: {
        url: 'https://api.remove.bg/v1.0/account',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['REMOVE_BG_API_KEY={alnum:24}', "removeBgApiKey: '{alnum:24}'"],
        no: ['REMOVE_BG_API_KEY=your_remove_bg_api_key', 'checksum = "{alnum:24}"', 'REMOVE_BG_API_KEY={alnum:27}'],
      },
    },
  ],
});
