import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tigris',
  name: 'Tigris',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.storage.dev',
  },
  rules: [
    {
      id: 'tigris-secret-key',
      name: 'Tigris secret access key',
      anchors: ['tsec_'],
      pattern: /\b(tsec_[\w+/-]{40,80})(?![\w+/-])/,
      power: 'data',
      impact: 'With its key id, read, change and delete the files of your buckets.',
      pairsWith: ['tigris-access-key'],
      samples: {
        yes: ['AWS_SECRET_ACCESS_KEY=tsec_{base64:59}a', 'secretAccessKey: "tsec_{alnum:60}"'],
        no: ['tsec_xxx', 'tsec_{alnum:10}'],
      },
    },
    {
      id: 'tigris-access-key',
      name: 'Tigris access key id',
      anchors: afterDelimiter('tid_'),
      pattern: /(?<![\w.-])(tid_[\w-]{20,60})(?![\w-])/,
      power: 'limited',
      impact: 'Half of a credential: with its secret, every file of your buckets.',
      pairsWith: ['tigris-secret-key'],
      samples: {
        yes: ['AWS_ACCESS_KEY_ID=tid_{alnum:41}', 'accessKeyId: "tid_{alnum:41}"'],
        no: ['"tid_count"', '"tid_{alnum:6}"'],
      },
    },
  ],
});
