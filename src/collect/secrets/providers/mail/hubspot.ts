import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hubspot',
  name: 'HubSpot',
  category: 'mail',
  rotation: {
    kind: 'grace',
    at: 'https://app.hubspot.com/l/private-apps',
    notes: ['Rotating a private app’s token can keep the old one for seven days; choose at once if it leaked.'],
  },
  rules: [
    {
      id: 'hubspot-private-app-token',
      name: 'HubSpot private app token',
      anchors: ['pat-na', 'pat-eu', 'pat-ap'],
      pattern: /\b(pat-(?:na|eu|ap)\d-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
      power: 'data',
      impact: 'Read and change the contacts, deals and files of your CRM, within the app’s scopes.',
      verify: {
        url: 'https://api.hubapi.com/account-info/v3/details',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['HUBSPOT_ACCESS_TOKEN=pat-na1-{uuid}', 'accessToken: "pat-eu1-{uuid}"'],
        no: ['pat-na1-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', 'pat-na1-{hex:12}'],
      },
    },
    {
      id: 'hubspot-api-key',
      name: 'HubSpot API key',
      anchors: ['hapikey', 'hubspot'],
      pattern: assigned('hubspot|(?=hapikey)', 'key|secret|token', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact:
        'Act as the app or account; the old hapikey kind has been switched off since 2022, client secrets still work.',
      samples: {
        yes: ['HUBSPOT_API_KEY={uuid}', 'https://api.hubapi.com/x?hapikey={uuid}'],
        no: ['HUBSPOT_FORM_ID={uuid}', 'HUBSPOT_API_KEY=demo'],
      },
    },
  ],
});
