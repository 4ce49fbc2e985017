import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'porkbun',
  name: 'Porkbun',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://porkbun.com/account/api',
  },
  rules: [
    {
      id: 'porkbun-secret-key',
      name: 'Porkbun secret API key',
      anchors: ['sk1_'],
      pattern: /\b(sk1_[0-9a-f]{64})(?![\w-])/,
      power: 'infrastructure',
      impact: 'With the API key: change your DNS, and so send visitors and mail elsewhere.',
      pairsWith: ['porkbun-api-key'],
      samples: {
        yes: ['PORKBUN_SECRET_API_KEY=sk1_{hex:64}', '"secretapikey": "sk1_{hex:64}"'],
        no: ['sk1_xxx', 'sk1_{hex:20}'],
      },
    },
    {
      id: 'porkbun-api-key',
      name: 'Porkbun API key',
      anchors: ['pk1_'],
      pattern: /\b(pk1_[0-9a-f]{64})(?![\w-])/,
      power: 'limited',
      impact: 'Half of a credential: with the secret key, change your DNS.',
      pairsWith: ['porkbun-secret-key'],
      samples: { yes: ['PORKBUN_API_KEY=pk1_{hex:64}', '"apikey": "pk1_{hex:64}"'], no: ['pk1_xxx', 'pk1_{hex:20}'] },
    },
  ],
});
