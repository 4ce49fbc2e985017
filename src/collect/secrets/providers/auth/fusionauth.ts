import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fusionauth',
  name: 'FusionAuth',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://fusionauth.io/docs/apis/authentication#managing-api-keys',
    notes: ['Settings, API keys of your own FusionAuth.'],
  },
  rules: [
    {
      id: 'fusionauth-api-key',
      name: 'FusionAuth API key',
      anchors: ['fusionauth', 'fusion_auth'],
      pattern: assigned(
        'fusion_?auth',
        'api[_-]?key|token',
        '[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{43}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Read and change every user and application, unless it was limited to some endpoints.',
      samples: {
        yes: [
          'FUSIONAUTH_API_KEY={alnum:64}',
          "new FusionAuthClient('x', url); fusionAuth: { apiKey: '{base64url:63}a' }",
        ],
        no: ['FUSIONAUTH_API_KEY=your_api_key', 'API_KEY={alnum:64}'],
      },
    },
    {
      id: 'fusionauth-client-secret',
      name: 'FusionAuth client secret',
      anchors: ['fusionauth', 'fusion_auth'],
      pattern: assigned('fusion_?auth', 'secret', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app.',
      samples: {
        yes: ['FUSIONAUTH_CLIENT_SECRET={base64url:42}a', 'fusionauth:\n  clientSecret: {alnum:43}'],
        no: ['FUSIONAUTH_CLIENT_SECRET=super-secret', 'CLIENT_SECRET={alnum:43}'],
      },
    },
  ],
});
