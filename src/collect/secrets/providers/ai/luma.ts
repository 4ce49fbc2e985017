import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'luma',
  name: 'Luma',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://lumalabs.ai/dream-machine/api/keys',
  },
  rules: [
    {
      id: 'luma-api-key',
      name: 'Luma API key',
      anchors: ['luma-'],
      pattern:
        /\b(luma-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.lumalabs.ai/dream-machine/v1/credits',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['LUMAAI_API_KEY=luma-{uuid}-{uuid}', 'authToken: "luma-{uuid}-{uuid}"'],
        no: ['luma-your-key', 'luma-{uuid}'],
      },
    },
  ],
});
