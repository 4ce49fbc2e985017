import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'samsara',
  name: 'Samsara',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://cloud.samsara.com/' },
  rules: [
    {
      id: 'samsara-api-token',
      name: 'Samsara API token',
      anchors: ['samsara_api_'],
      pattern: /\b(samsara_api_[A-Za-z0-9]{26,40})(?![\w-])/,
      power: 'data',
      impact: 'Read where your vehicles and drivers are.',
      verify: {
        url: 'https://api.samsara.com/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SAMSARA_API_TOKEN=samsara_api_{alnum:30}', '"samsara_api_{alnum:30}"'],
        no: ['samsara_api_token'],
      },
    },
  ],
});
