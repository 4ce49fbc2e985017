import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'langfuse',
  name: 'Langfuse',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.langfuse.com',
    notes: ['The keys are under the project’s settings, always as a pair.'],
  },
  rules: [
    {
      id: 'langfuse-secret-key',
      name: 'Langfuse secret key',
      anchors: ['sk-lf-'],
      pattern: /\b(sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/,
      power: 'data',
      impact: 'With the public key: read and change every traced prompt and answer, your users’ messages included.',
      pairsWith: ['langfuse-public-key'],
      samples: {
        yes: ['LANGFUSE_SECRET_KEY=sk-lf-{uuid}', 'secretKey: "sk-lf-{uuid}"'],
        no: ['LANGFUSE_SECRET_KEY=sk-lf-...', 'sk-lf-{hex:12}'],
      },
    },
    {
      id: 'langfuse-public-key',
      name: 'Langfuse public key',
      anchors: ['pk-lf-'],
      pattern: /\b(pk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Send scores from a browser; it reads nothing without the secret key.',
      samples: {
        yes: ['LANGFUSE_PUBLIC_KEY=pk-lf-{uuid}', 'publicKey: "pk-lf-{uuid}"'],
        no: ['pk-lf-...', 'pk-lf-{hex:12}'],
      },
    },
  ],
});
