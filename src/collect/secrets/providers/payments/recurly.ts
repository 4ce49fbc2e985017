import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'recurly',
  name: 'Recurly',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://app.recurly.com/go/integrations/api_keys' },
  rules: [
    {
      id: 'recurly-private-key',
      name: 'Recurly private API key',
      anchors: ['recurly'],
      pattern: assigned('recurly', 'private|api[_-]?key|secret|token|client', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Charge and refund subscribers, change plans, and read every account.',
      verify: {
        url: 'https://v3.recurly.com/sites',
        headers: { accept: 'application/vnd.recurly.v2021-02-25+json' },
        basic: '{secret}:',
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['RECURLY_API_KEY={hex:32}', "new recurly.Client('{hex:32}')", 'recurly:\n  private_key: {hex:32}'],
        no: ['RECURLY_API_KEY=your_recurly_key', 'RECURLY_API_KEY={hex:40}', 'API_KEY={hex:32}'],
      },
    },
    {
      id: 'recurly-public-key',
      name: 'Recurly public key',
      anchors: ['ewr1-'],
      pattern: /\b(ewr1-[A-Za-z0-9]{22})(?![A-Za-z0-9])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the card form in the browser needs it.',
      samples: {
        yes: ["recurly.configure('ewr1-{alnum:22}')", 'NEXT_PUBLIC_RECURLY_PUBLIC_KEY=ewr1-{alnum:22}'],
        no: ['ewr1-your-public-key', 'ewr1-{alnum:8}'],
      },
    },
  ],
});
