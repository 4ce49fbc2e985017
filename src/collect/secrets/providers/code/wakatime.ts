import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'wakatime',
  name: 'WakaTime',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://wakatime.com/settings/api-key' },
  rules: [
    {
      id: 'wakatime-api-key',
      name: 'WakaTime API key',
      anchors: ['waka_'],
      pattern: /\b(waka_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(?![\w-])/,
      power: 'limited',
      impact: 'Read what the person worked on.',
      verify: { url: 'https://api.wakatime.com/api/v1/users/current?api_key={secret}', live: [200], dead: [401] },
      samples: { yes: ['WAKATIME_API_KEY=waka_{uuid}', 'api_key = waka_{uuid}'], no: ['waka_short'] },
    },
  ],
});
