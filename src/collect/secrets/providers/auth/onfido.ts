import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'onfido',
  name: 'Onfido (Entrust)',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://dashboard.onfido.com/api/tokens' },
  rules: [
    {
      id: 'onfido-live-token',
      name: 'Onfido live API token',
      anchors: ['api_live.', 'api_live_us.', 'api_live_ca.'],
      pattern: /\b(api_live(?:_us|_ca)?\.[A-Za-z0-9_-]{10,24}(?:\.[A-Za-z0-9_-]{16,64})?)(?![A-Za-z0-9_.-])/,
      power: 'data',
      impact: 'Read the identity documents and selfies of everybody you verified.',
      verify: { url: 'https://api.eu.onfido.com/v3.6/webhooks/', headers: { authorization: 'Token token={secret}' }, live: [200], dead: [] },
      samples: {
        yes: ['ONFIDO_API_TOKEN=api_live.{alnum:11}.{alnum:32}', 'apiToken: "api_live_us.{alnum:11}.{alnum:32}"'],
        no: ['ONFIDO_API_TOKEN=api_live.xxxxxxxxxxx', 'api_live.{alnum:4}'],
      },
    },
    {
      id: 'onfido-sandbox-token',
      name: 'Onfido sandbox API token',
      anchors: ['api_sandbox.', 'api_sandbox_us.', 'api_sandbox_ca.'],
      pattern: /\b(api_sandbox(?:_us|_ca)?\.[A-Za-z0-9_-]{10,24}(?:\.[A-Za-z0-9_-]{16,64})?)(?![A-Za-z0-9_.-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox.',
      samples: { yes: ['ONFIDO_API_TOKEN=api_sandbox.{alnum:11}.{alnum:32}', "'api_sandbox_us.{alnum:11}.{alnum:32}'"], no: ['api_sandbox.token', 'api_sandbox.{alnum:4}'] },
    },
  ],
});
