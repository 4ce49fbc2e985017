import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dynatrace',
  name: 'Dynatrace',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
  },
  rules: [
    {
      id: 'dynatrace-api-token',
      name: 'Dynatrace token',
      anchors: ['dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s06.', 'dt0s08.', 'dt0s16.', 'dt0e01.'],
      pattern: /\b(dt0[a-z]\d{2}\.[A-Za-z0-9-]{8,24}\.[A-Z2-7]{64})(?![\w-])/i,
      power: 'data',
      impact: 'Read your monitoring data or change its settings, as far as the token allows.',
      samples: {
        yes: ['DT_API_TOKEN=dt0c01.{base32:24}.{base32:64}', 'Authorization: Api-Token dt0c01.{base32:24}.{base32:64}'],
        no: ['dt0c01.ABC.DEF', 'dt0c01.{base32:24}'],
      },
    },
  ],
});
