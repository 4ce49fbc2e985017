import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'nebius',
  name: 'Nebius AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://studio.nebius.com/settings/api-keys',
  },
  rules: [
    {
      id: 'nebius-api-key',
      name: 'Nebius AI key',
      anchors: ['nebius'],
      pattern: assigned(
        'nebius',
        KEY,
        String.raw`(?:v1\.[\w-]{60,300}(?:\.[\w-]{20,300})?|eyJ[\w-]{20,200}\.[\w-]{20,900}\.[\w-]{40,700})`,
      ),
      reach: [8, 2000],
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: [
          'NEBIUS_API_KEY=v1.{base64url:110}.{alnum:64}',
          'nebius: { apiKey: "{jwt:{"iss":"nebius","sub":"user"}}" }',
        ],
        no: ['NEBIUS_API_KEY=your-key', 'NEBIUS_API_KEY=v1.short'],
      },
    },
  ],
});
