import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'crowdin',
  name: 'Crowdin',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://crowdin.com/settings#api-key' },
  rules: [
    {
      id: 'crowdin-token',
      name: 'Crowdin personal token',
      anchors: ['crowdin'],
      pattern: assigned('crowdin', 'token|key', '[0-9a-f]{80}|[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read and change your translations.',
      verify: {
        url: 'https://api.crowdin.com/api/v2/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['CROWDIN_PERSONAL_TOKEN={hex:80}', "crowdinPersonalToken: '{hex:80}'"],
        no: ['CROWDIN_PERSONAL_TOKEN=your_crowdin_personal_token', 'checksum = "{hex:80}"'],
      },
    },
  ],
});
