import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'persona',
  name: 'Persona',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.withpersona.com/dashboard/api-keys' },
  rules: [
    {
      id: 'persona-production-key',
      name: 'Persona production API key',
      anchors: ['persona_production_'],
      pattern: /\b(persona_production_[A-Za-z0-9_-]{20,80})(?![\w-])/,
      power: 'data',
      impact: 'Read the identity documents and selfies of everybody you checked.',
      verify: {
        url: 'https://api.withpersona.com/api/v1/accounts?page%5Bsize%5D=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PERSONA_API_KEY=persona_production_{uuid}', '"persona_production_{alnum:36}"'],
        no: ['persona_production_key'],
      },
    },
    {
      id: 'persona-sandbox-key',
      name: 'Persona sandbox API key',
      anchors: ['persona_sandbox_'],
      pattern: /\b(persona_sandbox_[A-Za-z0-9_-]{20,80})(?![\w-])/,
      power: 'limited',
      testMode: true,
      impact: 'Make test checks.',
      samples: { yes: ['PERSONA_API_KEY=persona_sandbox_{uuid}'], no: ['persona_sandbox_key'] },
    },
  ],
});
