import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'persona',
  name: 'Persona',
  category: 'auth',
  rotation: { kind: 'grace', at: 'https://app.withpersona.com/dashboard/api-keys', notes: ['Expiring a key lets you choose how long the old one lives.'] },
  rules: [
    {
      id: 'persona-api-key',
      name: 'Persona API key',
      anchors: ['persona_production_'],
      pattern: /\b(persona_production_(?=[a-z_-]{0,40}\d)[a-z0-9_-]{20,80})(?![A-Za-z0-9_-])/,
      power: 'data',
      impact: 'Read the identity documents and selfies of everybody you verified.',
      verify: {
        url: 'https://api.withpersona.com/api/v1/accounts?page[size]=1',
        headers: { authorization: 'Bearer {secret}', 'persona-version': '2023-01-05' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PERSONA_API_KEY=persona_production_{lower:36}', '"Bearer persona_production_{lower:8}-{lower:4}-{lower:4}-{lower:12}"'],
        no: ['persona_production_your_api_key', 'persona_production_{lower:8}', 'persona_sandbox_{lower:36}'],
      },
    },
    {
      id: 'persona-sandbox-key',
      name: 'Persona sandbox API key',
      anchors: ['persona_sandbox_'],
      pattern: /\b(persona_sandbox_(?=[a-z_-]{0,40}\d)[a-z0-9_-]{20,80})(?![A-Za-z0-9_-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox.',
      samples: { yes: ['PERSONA_API_KEY=persona_sandbox_{lower:36}', "'persona_sandbox_{lower:36}'"], no: ['persona_sandbox_key', 'persona_sandbox_{lower:6}'] },
    },
  ],
});
