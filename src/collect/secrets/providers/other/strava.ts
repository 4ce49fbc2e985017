import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'strava',
  name: 'Strava',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.strava.com/settings/api' },
  rules: [
    {
      id: 'strava-client-secret',
      name: 'Strava client secret or token',
      anchors: ['strava'],
      pattern: assigned('strava', 'secret|token', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "Finish Strava sign-ins in your name, or read the person's activities.",
      samples: {
        yes: ['STRAVA_CLIENT_SECRET={hex:40}', "stravaClientSecret: '{hex:40}'"],
        no: [
          'STRAVA_CLIENT_SECRET=your_strava_client_secret',
          'checksum = "{hex:40}"',
          'STRAVA_CLIENT_SECRET={hex:43}',
        ],
      },
    },
  ],
});
