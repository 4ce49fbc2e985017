import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'easypost',
  name: 'EasyPost',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://app.easypost.com/account/settings?tab=api-keys' },
  rules: [
    {
      id: 'easypost-production-key',
      name: 'EasyPost production API key',
      anchors: ['EZAK'],
      pattern: /(?<![A-Za-z0-9+/])(EZAK(?=[A-Za-z]{0,53}\d)[A-Za-z0-9]{54})(?![A-Za-z0-9+/=])/,
      power: 'spend',
      impact: 'Buy shipping labels on your account and read the addresses of your customers.',
      verify: { url: 'https://api.easypost.com/v2/users', basic: '{secret}:', live: [200], dead: [401] },
      samples: {
        yes: ['EASYPOST_API_KEY=EZAK{alnum:54}', 'https://example.com/?t=EZAK{alnum:54}&q=1'],
        no: ['EZAKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'EZAK{alnum:20}', '+EZAK{alnum:54}/'],
      },
    },
    {
      id: 'easypost-test-key',
      name: 'EasyPost test API key',
      anchors: ['EZTK'],
      pattern: /(?<![A-Za-z0-9+/])(EZTK(?=[A-Za-z]{0,53}\d)[A-Za-z0-9]{54})(?![A-Za-z0-9+/=])/,
      power: 'limited',
      testMode: true,
      impact: 'Make test labels; nothing is bought.',
      samples: {
        yes: ['EASYPOST_API_KEY=EZTK{alnum:54}', "new EasyPost('EZTK{alnum:54}')"],
        no: ['EZTK{alnum:10}', 'EZTKyour_key'],
      },
    },
  ],
});
