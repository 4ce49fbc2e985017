import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'onfido',
  name: 'Onfido',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://dashboard.onfido.com/api/tokens' },
  rules: [
    {
      id: 'onfido-live-token',
      name: 'Onfido live API token',
      anchors: ['api_live.', 'api_live_us.', 'api_live_ca.'],
      pattern: /\b(api_live(?:_us|_ca)?\.[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{32})(?![\w-])/,
      power: 'data',
      impact: 'Read the identity documents and selfies of everybody you checked.',
      samples: {
        yes: ['ONFIDO_API_TOKEN=api_live.{alnum:11}.{alnum:32}', '"Token token=api_live_us.{alnum:11}.{alnum:32}"'],
        no: ['api_live.example.com'],
      },
    },
    {
      id: 'onfido-sandbox-token',
      name: 'Onfido sandbox API token',
      anchors: ['api_sandbox.', 'api_sandbox_us.', 'api_sandbox_ca.'],
      pattern: /\b(api_sandbox(?:_us|_ca)?\.[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{32})(?![\w-])/,
      power: 'limited',
      testMode: true,
      impact: 'Make test checks.',
      samples: { yes: ['ONFIDO_API_TOKEN=api_sandbox.{alnum:11}.{alnum:32}'], no: ['api_sandbox.example.com'] },
    },
  ],
});
