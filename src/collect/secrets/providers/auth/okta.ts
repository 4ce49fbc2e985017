import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'okta',
  name: 'Okta',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://login.okta.com/',
    notes: ['Admin console, Security, API, Tokens; an application can hold two client secrets side by side.'],
  },
  rules: [
    {
      id: 'okta-api-token',
      name: 'Okta API token',
      anchors: ['okta'],
      pattern: assigned('(?<![a-z])okta', 'token|key|ssws', '00[A-Za-z0-9_-]{40}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as the administrator who made it: add users, reset passwords and second factors.',
      samples: {
        yes: ['OKTA_API_TOKEN=00{base64url:39}a', '"oktaApiToken": "00{alnum:40}"'],
        no: ['OKTA_API_TOKEN=your_okta_token', 'rooktaToken = 00{alnum:40}', 'OKTA_API_TOKEN=00{alnum:20}'],
      },
    },
    {
      id: 'okta-ssws-token',
      name: 'Okta API token',
      anchors: ['ssws 00'],
      pattern: /\bSSWS (00[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/i,
      power: 'identity',
      impact: 'Act as the administrator who made it: add users, reset passwords and second factors.',
      samples: {
        yes: ['Authorization: SSWS 00{base64url:39}a', 'headers: { Authorization: "SSWS 00{alnum:40}" }'],
        no: ['Authorization: SSWS 00xxxx', 'SSWS 00{alnum:20}'],
      },
    },
    {
      id: 'okta-client-secret',
      name: 'Okta client secret',
      anchors: ['okta'],
      pattern: assigned('(?<![a-z])okta', 'secret', '[A-Za-z0-9_-]{40}|[A-Za-z0-9_-]{64}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app.',
      samples: {
        yes: ['OKTA_CLIENT_SECRET={base64url:39}a', 'okta:\n  clientSecret: {alnum:64}'],
        no: ['OKTA_CLIENT_SECRET=your_client_secret', 'CLIENT_SECRET={alnum:40}'],
      },
    },
  ],
});
