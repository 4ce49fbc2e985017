import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sumup',
  name: 'SumUp',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://me.sumup.com/settings/api-keys' },
  rules: [
    {
      id: 'sumup-secret-key',
      name: 'SumUp secret API key',
      anchors: ['sup_sk_'],
      pattern: /\b(sup_sk_[A-Za-z0-9]{28,48})(?![A-Za-z0-9])/,
      power: 'money',
      impact: 'Take and refund payments and read every transaction and payout.',
      verify: {
        url: 'https://api.sumup.com/v0.1/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['SUMUP_API_KEY=sup_sk_{alnum:32}', "new SumUp({ apiKey: 'sup_sk_{alnum:32}' })"],
        no: ['sup_sk_your_key', 'sup_pk_{alnum:32}', 'sup_sk_{alnum:6}'],
      },
    },
  ],
});
