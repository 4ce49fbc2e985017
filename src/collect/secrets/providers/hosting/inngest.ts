import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'inngest',
  name: 'Inngest',
  category: 'hosting',
  rotation: {
    kind: 'grace',
    at: 'https://app.inngest.com/env/production/manage/signing-key',
    notes: ['Set INNGEST_SIGNING_KEY_FALLBACK to the old key, deploy, rotate, deploy again.'],
  },
  rules: [
    {
      id: 'inngest-signing-key',
      name: 'Inngest signing key',
      anchors: ['signkey-'],
      pattern: /\b(signkey-(?:prod|branch|[a-z]{2,12})-[0-9a-f]{32,96})(?![\w-])/,
      power: 'data',
      impact: 'Call your background functions with made-up events, and read runs through the API.',
      verify: {
        url: 'https://api.inngest.com/v1/events?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['INNGEST_SIGNING_KEY=signkey-prod-{hex:64}', 'signingKey: "signkey-branch-{hex:64}"'],
        no: ['signkey-prod-xxx', 'signkey-test-12345678'],
      },
    },
    {
      id: 'inngest-event-key',
      name: 'Inngest event key',
      anchors: ['inngest'],
      pattern: assigned('inngest', 'event_?key', String.raw`[\w-]{64,96}`),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send events that start your background functions.',
      samples: {
        yes: ['INNGEST_EVENT_KEY={base64url:85}a', 'inngestEventKey: "{alnum:86}"'],
        no: ['INNGEST_EVENT_KEY=local', 'INNGEST_EVENT_KEY={alnum:10}'],
      },
    },
  ],
});
