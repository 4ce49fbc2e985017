import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bitrise',
  name: 'Bitrise',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.bitrise.io/me/account/security' },
  rules: [
    {
      id: 'bitrise-access-token',
      name: 'Bitrise access token',
      anchors: ['bitrise'],
      pattern: assigned('bitrise', 'token', '[A-Za-z0-9_-]{60,120}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start app builds and read their settings.',
      verify: {
        url: 'https://api.bitrise.io/v0.1/me',
        headers: { authorization: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['BITRISE_TOKEN={alnum:86}', "bitriseToken: '{alnum:86}'"],
        no: ['BITRISE_TOKEN=your_bitrise_token', 'checksum = "{alnum:86}"'],
      },
    },
  ],
});
