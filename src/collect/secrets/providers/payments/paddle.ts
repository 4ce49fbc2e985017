import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'paddle',
  name: 'Paddle',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://vendors.paddle.com/authentication-v2',
    notes: ['Make keys with an end date and only the permissions your server uses.'],
  },
  rules: [
    {
      id: 'paddle-live-key',
      name: 'Paddle live API key',
      anchors: ['pdl_live_apikey_'],
      pattern: /\b(pdl_live_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3})(?![A-Za-z0-9_])/,
      power: 'money',
      impact: 'Refund transactions, change prices and subscriptions, and read every customer.',
      verify: {
        url: 'https://api.paddle.com/event-types',
        headers: { authorization: 'Bearer pdl_live_apikey_{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'PADDLE_API_KEY=pdl_live_apikey_{lower:26}_{alnum:22}_{alnum:3}',
          "new Paddle('pdl_live_apikey_{lower:26}_{alnum:22}_{alnum:3}')",
        ],
        no: [
          'pdl_live_apikey_your_key',
          'pdl_live_apikey_{lower:26}_{alnum:10}',
          'pdl_sdbx_apikey_{lower:26}_{alnum:22}_{alnum:3}',
        ],
      },
    },
    {
      id: 'paddle-sandbox-key',
      name: 'Paddle sandbox API key',
      anchors: ['pdl_sdbx_apikey_'],
      pattern: /\b(pdl_sdbx_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3})(?![A-Za-z0-9_])/,
      power: 'limited',
      testMode: true,
      impact: 'Read and change the sandbox; no real money moves.',
      samples: {
        yes: [
          'PADDLE_API_KEY=pdl_sdbx_apikey_{lower:26}_{alnum:22}_{alnum:3}',
          '"key": "pdl_sdbx_apikey_{lower:26}_{alnum:22}_{alnum:3}"',
        ],
        no: ['pdl_sdbx_apikey_server_secret', 'pdl_sdbx_apikey_{lower:12}'],
      },
    },
    {
      id: 'paddle-webhook-secret',
      name: 'Paddle notification secret',
      anchors: ['pdl_ntfset_'],
      pattern: /\b(pdl_ntfset_[a-z0-9]{26}_[A-Za-z0-9+/]{32})(?![A-Za-z0-9+/])/,
      power: 'money',
      impact: 'Forge payment events: get your product without paying.',
      samples: {
        yes: [
          'PADDLE_WEBHOOK_SECRET=pdl_ntfset_{lower:26}_{base64:32}',
          '"secret": "pdl_ntfset_{lower:26}_{alnum:32}"',
        ],
        no: ['pdl_ntfset_your_secret', 'pdl_ntfset_{lower:26}', 'pdl_ntfset_01j0000000000000000000000'],
      },
    },
    {
      id: 'paddle-auth-code',
      name: 'Paddle Classic vendor auth code',
      anchors: ['paddle'],
      pattern: assigned('paddle', 'auth[_-]?code|api[_-]?key', '[0-9a-f]{50}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Refund orders, change subscriptions and read every customer of the vendor account.',
      samples: {
        yes: ['PADDLE_VENDOR_AUTH_CODE={hex:50}', "paddle: { vendorAuthCode: '{hex:50}' }"],
        no: ['PADDLE_VENDOR_AUTH_CODE=your_auth_code', 'PADDLE_VENDOR_AUTH_CODE={hex:32}'],
      },
    },
    {
      id: 'paddle-client-token',
      name: 'Paddle client-side token',
      anchors: ['paddle'],
      pattern: assigned('paddle', 'token|initialize', '(?:live|test)_[a-z0-9]{27}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the checkout in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_PADDLE_CLIENT_TOKEN=live_{lower:27}', "Paddle.Initialize({ token: 'test_{lower:27}' })"],
        no: ['PADDLE_CLIENT_TOKEN=test_your_token', 'PADDLE_CLIENT_TOKEN=live_{lower:10}'],
      },
    },
  ],
});
