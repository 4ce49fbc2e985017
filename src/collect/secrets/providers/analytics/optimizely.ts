import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'optimizely',
  name: 'Optimizely',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.optimizely.com/v2/profile/api' },
  rules: [
    {
      id: 'optimizely-access-token',
      name: 'Optimizely access token',
      anchors: ['optimizely'],
      pattern: assigned('optimizely', 'token', '2:[A-Za-z0-9_-]{40,90}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Change the experiments that run on your site.',
      samples: {
        yes: ['OPTIMIZELY_ACCESS_TOKEN=2:{alnum:64}', "optimizelyAccessToken: '2:{alnum:64}'"],
        no: ['OPTIMIZELY_ACCESS_TOKEN=your_optimizely_access_token', 'checksum = "2:{alnum:64}"'],
      },
    },
  ],
});
