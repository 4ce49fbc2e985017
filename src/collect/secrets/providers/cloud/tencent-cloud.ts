import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tencent-cloud',
  name: 'Tencent Cloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.tencentcloud.com/cam/capi',
  },
  rules: [
    {
      id: 'tencent-cloud-secret-id',
      name: 'Tencent Cloud secret id',
      anchors: ['AKID', 'IKID'],
      pattern: /(?<![0-9A-Za-z])((?:AKID|IKID)[0-9A-Za-z]{32})(?![0-9A-Za-z])/,
      power: 'infrastructure',
      impact: 'With its key, whatever the user may do: servers, storage, SMS. Alone it only names the account.',
      pairsWith: ['tencent-cloud-secret-key'],
      samples: {
        yes: ['TENCENTCLOUD_SECRET_ID=AKID{alnum:32}', 'secretId: "IKID{alnum:32}"'],
        no: ['AKID', 'AKIDxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
      },
    },
    {
      id: 'tencent-cloud-secret-key',
      name: 'Tencent Cloud secret key',
      anchors: ['tencent', 'qcloud', 'cos_secret'],
      pattern: assigned('tencent|qcloud|(?<![a-z])cos_', 'secret_?key', '[0-9A-Za-z]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With its id, whatever the user may do: servers, storage, SMS.',
      pairsWith: ['tencent-cloud-secret-id'],
      samples: {
        yes: ['TENCENTCLOUD_SECRET_KEY={alnum:32}', 'cos_secret_key: "{alnum:32}"'],
        no: ['TENCENTCLOUD_SECRET_KEY=key', 'TENCENT_SECRET_KEY={alnum:12}'],
      },
    },
  ],
});
