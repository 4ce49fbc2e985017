import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'buttercms',
  name: 'ButterCMS',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://buttercms.com/settings/' },
  rules: [
    {
      id: 'buttercms-api-token',
      name: 'ButterCMS API token',
      anchors: ['buttercms', 'butter_cms', 'butter_api'],
      pattern: assigned('butter[_.-]?(?:cms|api)', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read your content; a write token changes it.',
      samples: {
        yes: ['BUTTERCMS_API_KEY={hex:40}', "buttercmsApiKey: '{hex:40}'"],
        no: ['BUTTERCMS_API_KEY=your_buttercms_api_key', 'checksum = "{hex:40}"', 'BUTTERCMS_API_KEY={hex:43}'],
      },
    },
  ],
});
