import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'braze',
  name: 'Braze',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.braze.com',
    notes: ['Settings, APIs and Identifiers; each REST key has its own permissions.'],
  },
  rules: [
    {
      id: 'braze-rest-key',
      name: 'Braze REST API key',
      anchors: ['braze'],
      pattern: assigned('braze', '(?:rest|api)[a-z0-9_.-]{0,6}key', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change your users’ profiles and message them, within the key’s permissions.',
      samples: {
        yes: ['BRAZE_REST_API_KEY={uuid}', "brazeApiKey: '{uuid}'"],
        no: ['BRAZE_CAMPAIGN_ID={uuid}', 'BRAZE_API_KEY=xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx'],
      },
    },
  ],
});
