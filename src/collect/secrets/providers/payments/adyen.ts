import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'adyen',
  name: 'Adyen',
  category: 'payments',
  rotation: {
    kind: 'grace',
    at: 'https://ca-live.adyen.com/ca/ca/config/api-credentials',
    notes: [
      'A newly generated API key leaves the old one working for 24 hours at first; shorten that when it has leaked.',
    ],
  },
  rules: [
    {
      id: 'adyen-api-key',
      name: 'Adyen API key',
      anchors: ['adyen'],
      pattern: assigned(
        'adyen',
        'key|token|secret',
        'AQ[A-Za-z0-9+/]{60,170}={0,2}-[A-Za-z0-9+/]{40,48}={0,2}-[^\\s"\'`\\\\]{8,32}',
      ),
      reach: [16, 420],
      power: 'money',
      impact: 'Take payments, refund, and with payout rights send money out.',
      verify: {
        url: 'https://management-live.adyen.com/v3/me',
        headers: { 'x-api-key': '{secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: [
          'ADYEN_API_KEY=AQE{base64:96}==-{base64:43}=-{alnum:12};,4%',
          "adyen: { apiKey: 'AQE{base64:97}=-{base64:43}=-{alnum:16}' }",
        ],
        no: ['ADYEN_API_KEY=AQEyhmfx...', 'ADYEN_API_KEY=AQE{base64:96}=='],
      },
    },
    {
      id: 'adyen-bare-api-key',
      name: 'Adyen API key',
      // The end of every key's first part, in the three ways base64 can spell it.
      anchors: ['kfNy1WIxIIkxgB', 'ctViMSCJMYAc', 'LVYjEgiTGAH'],
      pattern:
        /\b(AQ[A-Za-z0-9+/]{40,160}(?:kfNy1WIxIIkxgB|ctViMSCJMYAc|LVYjEgiTGAH)[A-Za-z0-9+/]{0,4}={0,2}-[A-Za-z0-9+/]{40,48}={0,2}-[^\s"'`\\]{8,32})/,
      reach: [200, 160],
      power: 'money',
      impact: 'Take payments, refund, and with payout rights send money out.',
      verify: {
        url: 'https://management-live.adyen.com/v3/me',
        headers: { 'x-api-key': '{secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: [
          'new Client({ apiKey: "AQE{base64:60}QwV1bDb7kfNy1WIxIIkxgBw==-{base64:43}=-{alnum:16}" })',
          'X-API-Key: AQE{base64:61}MFdWw2+5HzctViMSCJMYAc=-{base64:43}=-{alnum:8}%={alnum:6}',
        ],
        no: ['AQE{base64:60}QwV1bDb7kfNy1WIxIIkxgBw==', 'kfNy1WIxIIkxgBw==-{base64:43}='],
      },
    },
    {
      id: 'adyen-hmac-key',
      name: 'Adyen webhook HMAC key',
      anchors: ['adyen'],
      pattern: assigned('adyen', 'hmac', '[0-9A-F]{64}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Forge payment notifications: mark unpaid orders as paid.',
      samples: {
        yes: ['ADYEN_HMAC_KEY={HEX:64}', '"adyen": { "hmacKey": "{HEX:64}" }'],
        no: ['ADYEN_HMAC_KEY=your_hmac_key', 'ADYEN_HMAC_KEY={HEX:32}', 'HMAC_KEY={HEX:64}'],
      },
    },
    {
      id: 'adyen-client-key',
      name: 'Adyen client key',
      anchors: ['adyen'],
      pattern: assigned('adyen', 'client|origin', '(?:live|test)_[A-Z0-9]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'its allowed origins are your own sites only',
      power: 'limited',
      impact: 'Nothing by itself: the card form in the browser needs it.',
      samples: {
        yes: ['VITE_ADYEN_CLIENT_KEY=live_{upper:32}', "AdyenCheckout({ clientKey: 'test_{upper:32}' })"],
        no: ['ADYEN_CLIENT_KEY=test_your_client_key', 'ADYEN_CLIENT_KEY=test_{upper:12}'],
      },
    },
  ],
});
