import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'linear',
  name: 'Linear',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://linear.app/settings/account/security' },
  rules: [
    {
      id: 'linear-api-key',
      name: 'Linear API key',
      anchors: ['lin_api_'],
      pattern: /\b(lin_api_[A-Za-z0-9]{40})(?![\w-])/,
      power: 'data',
      impact: 'Read and change every issue the person can see.',
      verify: {
        url: 'https://api.linear.app/graphql',
        method: 'POST',
        headers: { authorization: '{secret}', 'content-type': 'application/json' },
        body: '{"query":"{ viewer { id } }"}',
        live: [200],
        dead: [401],
        liveText: '"viewer"',
      },
      samples: {
        yes: ['LINEAR_API_KEY=lin_api_{alnum:40}', 'new LinearClient({ apiKey: "lin_api_{alnum:40}" })'],
        no: ['lin_api_key', 'lin_api_{alnum:10}'],
      },
    },
    {
      id: 'linear-oauth-token',
      name: 'Linear OAuth token',
      anchors: ['lin_oauth_'],
      pattern: /\b(lin_oauth_[0-9a-f]{64})(?![\w-])/,
      power: 'data',
      impact: 'Read and change the issues the app was allowed to.',
      samples: {
        yes: ['"access_token": "lin_oauth_{hex:64}"', 'LINEAR_TOKEN=lin_oauth_{hex:64}'],
        no: ['lin_oauth_token'],
      },
    },
    {
      id: 'linear-webhook-secret',
      name: 'Linear webhook secret',
      anchors: ['lin_wh_'],
      pattern: /\b(lin_wh_[A-Za-z0-9]{32,48})(?![\w-])/,
      power: 'limited',
      impact: "Forge events that your app takes for Linear's.",
      samples: { yes: ['LINEAR_WEBHOOK_SECRET=lin_wh_{alnum:40}', '"lin_wh_{alnum:40}"'], no: ['lin_wh_secret'] },
    },
    {
      id: 'linear-client-secret',
      name: 'Linear client secret',
      anchors: ['linear_client', 'linearclient', 'linear_secret', 'linear_oauth'],
      pattern: assigned('(?<![a-z])linear', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Act as your Linear app.',
      samples: {
        yes: ['LINEAR_CLIENT_SECRET={hex:32}', "linearClientSecret: '{hex:32}'"],
        no: [
          'LINEAR_CLIENT_SECRET=your_linear_client_secret',
          'checksum = "{hex:32}"',
          'LINEAR_CLIENT_SECRET={hex:35}',
        ],
      },
    },
  ],
});
