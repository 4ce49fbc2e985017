import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mixpanel',
  name: 'Mixpanel',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://mixpanel.com/settings/project',
    notes: ['Prefer a service account over the API secret.'],
  },
  rules: [
    {
      id: 'mixpanel-api-secret',
      name: 'Mixpanel API secret',
      anchors: ['mixpanel'],
      pattern: assigned('mixpanel', 'secret', '[0-9a-f]{32}|[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Export every event and profile of your analytics.',
      samples: {
        yes: ['MIXPANEL_API_SECRET={hex:32}', "mixpanelApiSecret: '{hex:32}'"],
        no: ['MIXPANEL_API_SECRET=your_mixpanel_api_secret', 'checksum = "{hex:32}"'],
      },
    },
    {
      id: 'mixpanel-project-token',
      name: 'Mixpanel project token',
      anchors: ['mixpanel'],
      pattern: assigned('mixpanel', 'token|key|init', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up events; it reads nothing.',
      samples: {
        yes: ['NEXT_PUBLIC_MIXPANEL_TOKEN={hex:32}', "nextPublicMixpanelToken: '{hex:32}'"],
        no: [
          'NEXT_PUBLIC_MIXPANEL_TOKEN=your_next_public_mixpanel_token',
          'checksum = "{hex:32}"',
          'NEXT_PUBLIC_MIXPANEL_TOKEN={hex:35}',
        ],
      },
    },
  ],
});
