import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailjet',
  name: 'Mailjet',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://app.mailjet.com/account/apikeys',
    notes: ['Regenerating the secret stops the old one at once: use a second API key to overlap.'],
  },
  rules: [
    {
      id: 'mailjet-secret-key',
      name: 'Mailjet secret key',
      anchors: ['mailjet', 'mj_apikey_private', 'mj_api_secret'],
      pattern: assigned('mailjet|(?<![a-z])mj_', 'secret|private|pass', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      pairsWith: ['mailjet-api-key'],
      samples: {
        yes: ['MJ_APIKEY_PRIVATE={hex:32}', 'MAILJET_SECRET_KEY="{hex:32}"'],
        no: ['MJ_APIKEY_PRIVATE=your-secret', 'MAILJET_SECRET_KEY={hex:12}'],
      },
    },
    {
      id: 'mailjet-api-key',
      name: 'Mailjet API key',
      anchors: ['mailjet', 'mj_apikey_public'],
      pattern: assigned('mailjet|(?<![a-z])mj_', '(?<!secret_|private_)(?:public_?|api_?)key|public', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Half of a credential: with the secret key next to it, send mail as your domain.',
      pairsWith: ['mailjet-secret-key'],
      samples: {
        yes: ['MJ_APIKEY_PUBLIC={hex:32}', 'mailjetApiKey: "{hex:32}"'],
        no: ['MJ_APIKEY_PUBLIC=your-key', 'MAILJET_API_KEY={hex:12}'],
      },
    },
  ],
});
