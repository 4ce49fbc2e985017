import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'activecampaign',
  name: 'ActiveCampaign',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://www.activecampaign.com/login',
    notes: ['Settings, Developer: resetting stops the old key at once.'],
  },
  rules: [
    {
      id: 'activecampaign-api-key',
      name: 'ActiveCampaign API key',
      anchors: ['activecampaign', 'active_campaign', 'active-campaign'],
      pattern: assigned('active[_-]?campaign', KEY, '[0-9a-f]{72}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and export every contact and deal, and mail them as you.',
      samples: {
        yes: ['ACTIVECAMPAIGN_API_KEY={hex:72}', 'activeCampaign: { apiToken: "{hex:72}" }'],
        no: ['ACTIVECAMPAIGN_API_KEY={hex:40}', 'ACTIVECAMPAIGN_API_KEY=api-key-here'],
      },
    },
  ],
});
