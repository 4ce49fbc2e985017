import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rapyd',
  name: 'Rapyd',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://dashboard.rapyd.net/developers/credentials-details' },
  rules: [
    {
      id: 'rapyd-secret-key',
      name: 'Rapyd secret key',
      anchors: ['rsk_', 'rapyd'],
      pattern: /\b(rsk_[0-9a-f]{60,128})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'With the access key: take payments, refund and pay out, and forge webhook events.',
      pairsWith: ['rapyd-access-key'],
      samples: {
        yes: ['RAPYD_SECRET_KEY=rsk_{hex:96}', "secretKey: 'rsk_{hex:96}'"],
        no: ['RAPYD_SECRET_KEY=rsk_your_secret_key', 'rsk_{hex:20}'],
      },
    },
    {
      id: 'rapyd-access-key',
      name: 'Rapyd access key',
      anchors: ['rapyd'],
      pattern: assigned('rapyd', 'key|access', 'rak_[0-9A-Z]{20}'),
      power: 'money',
      impact: 'Names your Rapyd account; with the secret key it takes payments and pays out.',
      pairsWith: ['rapyd-secret-key'],
      samples: {
        yes: ['RAPYD_ACCESS_KEY=rak_{HEX:20}', '"rapyd": { "accessKey": "rak_{HEX:20}" }'],
        no: ['RAPYD_ACCESS_KEY=rak_your_access_key', 'RAPYD_ACCESS_KEY=rak_{HEX:8}'],
      },
    },
  ],
});
