import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailgun',
  name: 'Mailgun',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.mailgun.com/settings/api_security',
    notes: [
      'Prefer a sending key of one domain to the account key.',
      'Reset the webhook signing key on its own: receivers must take both until the switch is done.',
    ],
  },
  rules: [
    {
      id: 'mailgun-private-key',
      name: 'Mailgun private API key',
      anchors: afterDelimiter('key-'),
      pattern: /(?<![\w.-])(key-[0-9a-f]{32})(?![\w-])/,
      power: 'messages',
      impact: 'Send mail as any of your domains, and read the logs and stored messages of the account.',
      verify: { url: 'https://api.mailgun.net/v3/domains', basic: 'api:{secret}', live: [200], dead: [] },
      samples: {
        yes: ['MAILGUN_API_KEY=key-{hex:32}', 'mailgun({ apiKey: "key-{hex:32}" })'],
        no: ['MAILGUN_API_KEY=key-yourkeyhere', 'pubkey-{hex:32}', 'data: "key-{hex:20}"'],
      },
    },
    {
      id: 'mailgun-api-key',
      name: 'Mailgun API key',
      anchors: ['mailgun', 'mg_api_key', 'mg_key'],
      pattern: assigned('mailgun|mg_(?=api_key|key)', KEY, '[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain; an account key also reads logs and stored messages.',
      verify: { url: 'https://api.mailgun.net/v3/domains', basic: 'api:{secret}', live: [200], dead: [] },
      samples: {
        yes: [
          'MAILGUN_API_KEY={hex:32}-{hex:8}-{hex:8}',
          'mailgun.client({ username: "api", key: process.env.MAILGUN_API_KEY || "{hex:32}-{hex:8}-{hex:8}" })',
        ],
        no: ['MAILGUN_DOMAIN=sandbox{hex:32}.mailgun.org', 'MAILGUN_API_KEY={hex:32}'],
      },
    },
    {
      id: 'mailgun-webhook-key',
      name: 'Mailgun webhook signing key',
      anchors: ['mailgun'],
      pattern: assigned('mailgun', '(?:webhook|sign)[a-z0-9_.-]{0,12}key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Forge delivery and inbound-mail events that your app takes for Mailgun’s.',
      samples: {
        yes: ['MAILGUN_WEBHOOK_SIGNING_KEY={hex:32}', "mailgunSigningKey: '{hex:32}'"],
        no: ['MAILGUN_WEBHOOK_SIGNING_KEY=changeme', 'MAILGUN_WEBHOOK_URL=https://a.io/{hex:32}'],
      },
    },
    {
      id: 'mailgun-public-key',
      name: 'Mailgun public validation key',
      anchors: ['pubkey-'],
      pattern: /\b(pubkey-[0-9a-f]{32})(?![\w-])/,
      verdict: 'public',
      publicIf: 'you accept that others run address checks on your plan',
      power: 'spend',
      impact: 'Run e-mail address validations on your bill, nothing else.',
      samples: {
        yes: ['MAILGUN_PUBLIC_KEY=pubkey-{hex:32}', '"pubkey-{hex:32}"'],
        no: ['pubkey-{hex:12}', 'key-{hex:32}'],
      },
    },
  ],
});
