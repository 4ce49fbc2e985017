import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sentry',
  name: 'Sentry',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://sentry.io/settings/account/api/auth-tokens/',
    notes: [
      'Organization tokens are under Settings, Developer Settings, Organization Tokens. A DSN can stay: it only accepts events.',
    ],
  },
  rules: [
    {
      id: 'sentry-org-token',
      name: 'Sentry organization auth token',
      anchors: ['sntrys_'],
      pattern: /\b(sntrys_eyJ[A-Za-z0-9+/=_-]{80,400}_[A-Za-z0-9+/]{43})(?![A-Za-z0-9+/])/,
      reach: [16, 480],
      power: 'data',
      impact: 'Upload and read releases and source maps of your organization.',
      samples: {
        yes: [
          'SENTRY_AUTH_TOKEN=sntrys_eyJ{alnum:120}=_{base64:43}',
          '"authToken": "sntrys_eyJ{alnum:140}_{alnum:43}"',
        ],
        no: ['sntrys_your_token', 'sntrys_eyJ{alnum:20}_{alnum:43}'],
      },
    },
    {
      id: 'sentry-user-token',
      name: 'Sentry user auth token',
      anchors: ['sntryu_', 'sntrya_', 'sntryi_'],
      pattern: /\b(sntry[uai]_[0-9a-f]{64})(?![\w-])/,
      power: 'data',
      impact: 'Read every error with its customer data, and change projects the person may change.',
      verify: {
        url: 'https://sentry.io/api/0/organizations/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: ['SENTRY_AUTH_TOKEN=sntryu_{hex:64}', "authToken: 'sntryu_{hex:64}'"],
        no: ['sntryu_xxxx', 'sntryu_{hex:20}'],
      },
    },
    {
      id: 'sentry-legacy-token',
      name: 'Sentry auth token (older form)',
      anchors: ['sentry'],
      pattern: assigned('sentry', 'token|key|secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every error with its customer data.',
      samples: {
        yes: ['SENTRY_AUTH_TOKEN={hex:64}', "sentryAuthToken: '{hex:64}'"],
        no: ['SENTRY_AUTH_TOKEN=your_sentry_auth_token', 'checksum = "{hex:64}"', 'SENTRY_AUTH_TOKEN={hex:67}'],
      },
    },
    {
      id: 'sentry-dsn',
      name: 'Sentry DSN',
      anchors: ['.ingest.sentry.io', '.ingest.us.sentry.io', '.ingest.de.sentry.io', '@sentry.io'],
      pattern: /(https:\/\/[0-9a-f]{32}@(?:o\d{1,20}\.ingest\.(?:us\.|de\.)?)?sentry\.io\/\d{1,20})(?!\d)/,
      reach: [80, 80],
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up errors to your project; it reads nothing.',
      samples: {
        yes: [
          'NEXT_PUBLIC_SENTRY_DSN=https://{hex:32}@o450123.ingest.us.sentry.io/4501234567',
          'dsn: "https://{hex:32}@o1.ingest.sentry.io/42"',
        ],
        no: ['https://examplePublicKey@o0.ingest.sentry.io/0', 'https://sentry.io/settings/'],
      },
    },
    {
      id: 'sentry-secret-dsn',
      name: 'Sentry DSN with secret',
      anchors: ['@sentry.io', '.ingest.sentry.io'],
      pattern: /(https:\/\/[0-9a-f]{32}:[0-9a-f]{32}@(?:o\d{1,20}\.ingest\.)?sentry\.io\/\d{1,20})(?!\d)/,
      reach: [100, 80],
      power: 'limited',
      impact: 'Send made-up errors to your project; the part after the colon should not be published any more.',
      samples: {
        yes: [
          'SENTRY_DSN=https://{hex:32}:{hex:32}@sentry.io/12345',
          "Raven('https://{hex:32}:{hex:32}@o12.ingest.sentry.io/12345')",
        ],
        no: ['https://public:secret@sentry.io/1'],
      },
    },
  ],
});
