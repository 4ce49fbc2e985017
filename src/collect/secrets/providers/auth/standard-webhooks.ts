import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'standard-webhooks',
  name: 'Standard Webhooks',
  category: 'other',
  rotation: {
    kind: 'grace',
    at: 'https://www.standardwebhooks.com/',
    notes: [
      'Rotate on the endpoint at whoever sends the webhook (Clerk, Resend, Supabase …): the old secret works for a day more.',
    ],
  },
  rules: [
    {
      id: 'standard-webhooks-secret',
      name: 'Standard Webhooks signing secret',
      anchors: ['whsec_'],
      pattern:
        /(?:\b|_)(whsec_(?:(?<=v1,whsec_)|(?=[A-Za-z0-9]{0,95}[+/=]))[A-Za-z0-9+/]{24,96}={0,2})(?![0-9a-zA-Z+/=])/,
      power: 'money',
      impact: 'Forge the events your app acts on: new users, paid orders, changed subscriptions.',
      samples: {
        yes: [
          'CLERK_WEBHOOK_SECRET=whsec_{alnum:20}/{alnum:11}',
          'SEND_EMAIL_HOOK_SECRET="v1,whsec_{base64:30}+{alnum:12}="',
        ],
        no: ['whsec_...', 'whsec_{alnum:32}', 'whsec_+/'],
      },
    },
    {
      id: 'standard-webhooks-named-secret',
      name: 'Standard Webhooks signing secret',
      anchors: ['svix', 'clerk', 'resend', 'dodo_', 'dodopayments', 'loops_', 'replicate_'],
      pattern: assigned(
        'svix|clerk|resend|dodo|loops_|replicate_',
        'secret|webhook|key',
        'whsec_[A-Za-z0-9]{24,96}(?![+/=])',
      ),
      power: 'money',
      impact: 'Forge the events your app acts on: new users, paid orders, changed subscriptions.',
      samples: {
        yes: ['CLERK_WEBHOOK_SECRET=whsec_{alnum:32}', 'RESEND_WEBHOOK_SECRET="whsec_{alnum:32}"'],
        no: ['RESEND_WEBHOOK_SECRET=whsec_your_secret', 'STRIPE_WEBHOOK_SECRET=whsec_{alnum:32}'],
      },
    },
  ],
});
