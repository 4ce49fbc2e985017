import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fullstory',
  name: 'FullStory',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.fullstory.com/ui/any/settings/apikeys' },
  rules: [
    {
      id: 'fullstory-api-key',
      name: 'FullStory API key',
      anchors: ['fullstory', 'full_story', 'fs_api_key'],
      pattern: assigned(
        'full[_.-]?story|(?<![a-z])fs[_.-]?(?=api)', KEY,
        '(?:na1|eu1)\\.[A-Za-z0-9+/]{40,160}={0,2}|[A-Za-z0-9+/]{60,120}={0,2}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read recordings of what your visitors did.',
      samples: {
        yes: ['FULLSTORY_API_KEY=na1.{alnum:80}', "fullstoryApiKey: 'na1.{alnum:80}'"],
        no: ['FULLSTORY_API_KEY=your_fullstory_api_key', 'checksum = "na1.{alnum:80}"'],
      },
    },
  ],
});
