import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'yandex-cloud',
  name: 'Yandex Cloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.yandex.cloud',
  },
  rules: [
    {
      id: 'yandex-cloud-api-key',
      name: 'Yandex Cloud API key',
      anchors: ['AQVN'],
      pattern: /(?<![\w-])(AQVN[\w-]{35,38})(?![\w-])/,
      power: 'spend',
      impact: 'Use speech, translation and models on your bill.',
      samples: {
        yes: ['YANDEX_API_KEY=AQVN{alnum:36}', 'Authorization: Api-Key AQVN{alnum:36}'],
        no: ['AQVN', 'AQVN{alnum:10}'],
      },
    },
    {
      id: 'yandex-cloud-static-key',
      name: 'Yandex Object Storage secret key',
      anchors: ['yandex'],
      pattern: assigned('yandex', KEY, String.raw`YC[\w-]{38}`),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its key id, read, change and delete the files of your buckets.',
      samples: {
        yes: ['YANDEX_SECRET_KEY=YC{base64url:37}a', 'yandex: { secretAccessKey: "YC{alnum:38}" }'],
        no: ['YANDEX_SECRET_KEY=YC', 'YANDEX_BUCKET=YC{alnum:38}'],
      },
    },
  ],
});
