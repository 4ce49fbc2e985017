import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mercadopago',
  name: 'Mercado Pago',
  category: 'payments',
  rotation: {
    kind: 'grace',
    at: 'https://www.mercadopago.com/developers/panel/app',
    notes: [
      'Renewing credentials keeps the old ones for twelve hours: choose to end them at once when they have leaked.',
    ],
  },
  rules: [
    {
      id: 'mercadopago-access-token',
      name: 'Mercado Pago access token',
      anchors: ['APP_USR-'],
      pattern: /\b(APP_USR-\d{12,18}-\d{6}-(?:__LA_LD__|[0-9a-f]{32}(?:__[A-Z_]{2,8}__)?)-\d{6,12})(?!\w)/,
      power: 'money',
      impact: 'Take and refund payments, pay out, and read every buyer.',
      verify: {
        url: 'https://api.mercadopago.com/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'MP_ACCESS_TOKEN=APP_USR-{digit:16}-{digit:6}-{hex:32}-{digit:9}',
          "new MercadoPagoConfig({ accessToken: 'APP_USR-{digit:16}-{digit:6}-{hex:32}-{digit:10}' })",
        ],
        no: ['APP_USR-xxxxxxxxxxxxxxxx-xxxxxx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxx', 'APP_USR-{uuid}'],
      },
    },
    {
      id: 'mercadopago-test-token',
      name: 'Mercado Pago test access token',
      anchors: ['mercadopago', 'mercado_pago', 'mercado-pago', 'mp_access', 'mp_test'],
      pattern: assigned(
        'mercado[_-]?pago|\\bmp_',
        'token|key|secret',
        'TEST-\\d{12,18}-\\d{6}-[0-9a-f]{32}(?:__[A-Z_]{2,8}__)?-\\d{6,12}',
      ),
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: [
          'MP_ACCESS_TOKEN=TEST-{digit:16}-{digit:6}-{hex:32}-{digit:9}',
          '"mercadopago": { "access_token": "TEST-{digit:16}-{digit:6}-{hex:32}-{digit:9}" }',
        ],
        no: ['TEST-1234-5678', 'TEST-{uuid}'],
      },
    },
    {
      id: 'mercadopago-public-key',
      name: 'Mercado Pago public key',
      anchors: ['APP_USR-'],
      pattern: /\b(APP_USR-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the card form in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_MP_PUBLIC_KEY=APP_USR-{uuid}', "initMercadoPago('APP_USR-{uuid}')"],
        no: ['APP_USR-your-public-key', 'APP_USR-{digit:16}-{digit:6}-{hex:32}-{digit:9}'],
      },
    },
  ],
});
