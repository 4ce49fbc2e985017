import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'google-analytics',
  name: 'Google Analytics',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://analytics.google.com/analytics/web/#/admin/streams',
    notes: ['Admin, Data streams, Measurement Protocol API secrets.'],
  },
  rules: [
    {
      id: 'google-analytics-measurement-secret',
      name: 'Google Analytics Measurement Protocol secret',
      anchors: [
        'measurement_protocol',
        'measurementprotocol',
        'ga4_api',
        'ga4api',
        'ga_api_secret',
        'ga_measurement',
        'ga4_secret',
        'ga_mp_secret',
      ],
      pattern: assigned('(?:measurement[_.-]?protocol|ga4?[_.-]?(?:mp|api|measurement)?)', 'secret', '[\\w-]{22}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up visits and purchases; it reads nothing.',
      samples: {
        yes: ['GA4_API_SECRET={alnum:22}', "ga4ApiSecret: '{alnum:22}'"],
        no: ['GA4_API_SECRET=your_ga4_api_secret', 'checksum = "{alnum:22}"', 'GA4_API_SECRET={alnum:25}'],
      },
    },
    {
      id: 'google-analytics-collect-url',
      name: 'Google Analytics Measurement Protocol address',
      anchors: ['google-analytics.com/mp/collect', 'google-analytics.com/debug/mp'],
      pattern: /google-analytics\.com\/(?:debug\/)?mp\/collect\?[^\s"'`]{0,80}api_secret=([\w-]{22})(?![\w-])/,
      power: 'limited',
      impact: 'Send made-up visits and purchases; it reads nothing.',
      samples: {
        yes: ['https://www.google-analytics.com/mp/collect?measurement_id=G-{upper:10}&api_secret={base64url:22}'],
        no: ['https://www.google-analytics.com/mp/collect?api_secret=${API_SECRET}'],
      },
    },
  ],
});
