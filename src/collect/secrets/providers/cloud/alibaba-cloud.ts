import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'alibaba-cloud',
  name: 'Alibaba Cloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://ram.console.aliyun.com/manage/ak',
  },
  rules: [
    {
      id: 'alibaba-cloud-access-key-id',
      name: 'Alibaba Cloud access key id',
      anchors: ['LTAI'],
      pattern: /(?<![0-9A-Za-z])(LTAI[0-9A-Za-z]{12,21})(?![0-9A-Za-z])/,
      power: 'infrastructure',
      impact: 'With its secret, whatever the user may do: servers, storage, SMS. Alone it only names the account.',
      pairsWith: ['alibaba-cloud-access-key-secret'],
      samples: {
        yes: ['ALIYUN_ACCESS_KEY_ID=LTAI5t{alnum:18}', 'accessKeyId: "LTAI{alnum:12}"'],
        no: ['LTAI', 'LTAIxxxxxxxxxxxxxxxx'],
      },
    },
    {
      id: 'alibaba-cloud-access-key-secret',
      name: 'Alibaba Cloud access key secret',
      anchors: ['aliyun', 'alibaba', 'alicloud', 'oss_access', 'accesskeysecret', 'access_key_secret'],
      pattern: assigned('aliyun|alibaba|alicloud|(?<![a-z])oss|access(?=_?key_?secret)', 'secret', '[0-9A-Za-z]{30}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With its key id, whatever the user may do: servers, storage, SMS.',
      pairsWith: ['alibaba-cloud-access-key-id'],
      samples: {
        yes: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET={alnum:30}', 'accessKeySecret: "{alnum:30}"'],
        no: ['ALIYUN_SECRET=your-secret', 'accessKeySecret: "{alnum:12}"'],
      },
    },
    {
      id: 'alibaba-cloud-sts-token',
      name: 'Alibaba Cloud security token',
      anchors: ['CAIS'],
      pattern: /(?<![0-9A-Za-z+/])(CAIS[0-9A-Za-z+/]{80,1600}={0,2})(?![0-9A-Za-z+/=])/,
      reach: [4, 1700],
      power: 'infrastructure',
      impact: 'With the temporary key and secret beside it, act as the role until it expires, 12 hours at most.',
      samples: {
        yes: ['ALIBABA_CLOUD_SECURITY_TOKEN=CAIS{base64:400}==', 'stsToken: "CAIS{base64:300}"'],
        no: ['CAIS', 'CAIS{base64:20}'],
      },
    },
  ],
});
