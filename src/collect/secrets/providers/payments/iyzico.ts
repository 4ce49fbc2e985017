import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'iyzico',
  name: 'iyzico',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://merchant.iyzipay.com/settings' },
  rules: [
    {
      id: 'iyzico-secret-key',
      name: 'iyzico secret key',
      anchors: ['iyzico', 'iyzipay'],
      pattern: assigned('iyzi(?:co|pay)', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'With the API key: take and refund payments and pay out sub-merchants.',
      samples: {
        yes: ['IYZICO_SECRET_KEY={alnum:32}', "new Iyzipay({ apiKey: '{alnum:32}', secretKey: '{alnum:32}' })"],
        no: ['IYZICO_SECRET_KEY=your_iyzico_secret_key', 'IYZICO_SECRET_KEY={alnum:20}', 'SECRET_KEY={alnum:32}'],
      },
    },
    {
      id: 'iyzico-sandbox-key',
      name: 'iyzico sandbox key',
      anchors: ['iyzico', 'iyzipay'],
      pattern: assigned('iyzi(?:co|pay)', 'key', 'sandbox-[A-Za-z0-9]{32}'),
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox; no real money moves.',
      samples: {
        yes: ['IYZICO_API_KEY=sandbox-{alnum:32}', "iyzipay: { secretKey: 'sandbox-{alnum:32}' }"],
        no: ['IYZICO_API_KEY=sandbox-your-api-key', 'IYZICO_API_KEY=sandbox-{alnum:12}'],
      },
    },
  ],
});
