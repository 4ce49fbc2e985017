import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'revolut',
  name: 'Revolut',
  category: 'payments',
  rotation: {
    kind: 'instant',
    at: 'https://business.revolut.com/settings/apis',
    notes: ['The Business API also trusts your certificate: replace it and its private key together.'],
  },
  rules: [
    {
      id: 'revolut-business-token',
      name: 'Revolut Business token',
      anchors: ['oa_prod_'],
      pattern: /\b(oa_prod_(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{32,64})(?![A-Za-z0-9_-])/,
      power: 'money',
      impact: 'Read your business accounts and, with pay rights, send money out.',
      verify: {
        url: 'https://b2b.revolut.com/api/1.0/accounts',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: ['REVOLUT_TOKEN=oa_prod_{base64url:42}a', '"refresh_token": "oa_prod_{alnum:43}"'],
        no: ['oa_prod_...', 'oa_prod_{alnum:9}'],
      },
    },
    {
      id: 'revolut-sandbox-token',
      name: 'Revolut Business sandbox token',
      anchors: ['oa_sand_'],
      pattern: /\b(oa_sand_(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{32,64})(?![A-Za-z0-9_-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox; no real money moves.',
      samples: {
        yes: ['oa_sand_{base64url:42}a', 'REVOLUT_TOKEN="oa_sand_{alnum:43}"'],
        no: ['oa_sand_{alnum:10}', 'oa_sand_your_token'],
      },
    },
    {
      id: 'revolut-merchant-key',
      name: 'Revolut Merchant secret key',
      anchors: ['revolut'],
      pattern: assigned('revolut', 'key|secret|token', 'sk_[A-Za-z0-9_-]{40,100}'),
      power: 'money',
      impact: 'Take and refund payments and read every customer and order.',
      samples: {
        yes: ['REVOLUT_SECRET_KEY=sk_{base64url:63}a', '"revolut": { "secretKey": "sk_{alnum:64}" }'],
        no: ['REVOLUT_SECRET_KEY=sk_your_key', 'REVOLUT_SECRET_KEY=pk_{alnum:64}'],
      },
    },
    {
      id: 'revolut-webhook-secret',
      name: 'Revolut webhook signing secret',
      anchors: ['revolut'],
      pattern: assigned('revolut', 'secret|webhook|key', 'wsk_[A-Za-z0-9]{32}'),
      power: 'money',
      impact: 'Forge payment events: mark unpaid orders as paid.',
      samples: {
        yes: ['REVOLUT_WEBHOOK_SECRET=wsk_{alnum:32}', "revolut: { webhookSecret: 'wsk_{alnum:32}' }"],
        no: ['REVOLUT_WEBHOOK_SECRET=wsk_your_secret', 'REVOLUT_WEBHOOK_SECRET=wsk_{alnum:8}'],
      },
    },
  ],
});
