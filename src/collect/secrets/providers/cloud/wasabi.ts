import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'wasabi',
  name: 'Wasabi',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.wasabisys.com/access_keys',
  },
  rules: [
    {
      id: 'wasabi-secret-key',
      name: 'Wasabi secret key',
      anchors: ['wasabi'],
      pattern: assigned('wasabi', 'secret(?:_?access)?(?:_?key)?', '[0-9A-Za-z+/]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its access key, read, change and delete the files of your buckets.',
      samples: {
        yes: ['WASABI_SECRET_KEY={base64:39}a', 'wasabi: { secretAccessKey: "{base64:39}b" }'],
        no: ['WASABI_SECRET_KEY=secret', 'WASABI_SECRET_KEY={alnum:12}'],
      },
    },
  ],
});
