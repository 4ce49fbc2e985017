import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'agora',
  name: 'Agora',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://console.agora.io/',
    notes: ['Turn on the secondary certificate, deploy it, then remove the primary.'],
  },
  rules: [
    {
      id: 'agora-app-certificate',
      name: 'Agora app certificate',
      anchors: ['agora_', 'agora-', 'agoraapp', 'agoracert', 'agoraprimary'],
      pattern: assigned('agora', 'cert', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Join any call and sign in as anybody.',
      samples: {
        yes: ['AGORA_APP_CERTIFICATE={hex:32}', "agoraAppCertificate: '{hex:32}'"],
        no: [
          'AGORA_APP_CERTIFICATE=your_agora_app_certificate',
          'checksum = "{hex:32}"',
          'AGORA_APP_CERTIFICATE={hex:35}',
        ],
      },
    },
    {
      id: 'agora-customer-secret',
      name: 'Agora REST customer secret',
      anchors: ['agora_', 'agora-', 'agoracustomer', 'agorarest'],
      pattern: assigned('agora', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "Use Agora's REST API as your account: read usage, kick users, record calls.",
      samples: {
        yes: ['AGORA_CUSTOMER_SECRET={hex:32}', "agoraCustomerSecret: '{hex:32}'"],
        no: [
          'AGORA_CUSTOMER_SECRET=your_agora_customer_secret',
          'checksum = "{hex:32}"',
          'AGORA_CUSTOMER_SECRET={hex:35}',
        ],
      },
    },
  ],
});
