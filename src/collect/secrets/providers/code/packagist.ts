import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'packagist',
  name: 'Packagist',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://packagist.org/profile/' },
  rules: [
    {
      id: 'packagist-private-token',
      name: 'Private Packagist token',
      anchors: ['packagist_'],
      pattern: /\b(packagist_[a-z]{3}_[0-9a-f]{24,100})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read your private PHP packages, or publish to them.',
      samples: {
        yes: ['PACKAGIST_TOKEN=packagist_out_{hex:68}', '"password": "packagist_uut_{hex:68}"'],
        no: ['packagist_api_token'],
      },
    },
  ],
});
