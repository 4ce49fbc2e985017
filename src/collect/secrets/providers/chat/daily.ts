import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'daily',
  name: 'Daily',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://dashboard.daily.co/developers' },
  rules: [
    {
      id: 'daily-api-key',
      name: 'Daily API key',
      anchors: ['daily_api', 'daily-api', 'dailyapi', 'daily_co', 'dailyco'],
      pattern: assigned('(?<![a-z])daily(?=[_.-]?(?:co|api|key|token))', KEY, '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Create and join video rooms and read their recordings.',
      verify: {
        url: 'https://api.daily.co/v1/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['DAILY_API_KEY={hex:64}', "dailyApiKey: '{hex:64}'"],
        no: ['DAILY_API_KEY=your_daily_api_key', 'checksum = "{hex:64}"', 'DAILY_API_KEY={hex:67}'],
      },
    },
  ],
});
