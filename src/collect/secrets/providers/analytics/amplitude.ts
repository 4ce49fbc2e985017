import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'amplitude',
  name: 'Amplitude',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.amplitude.com/analytics/settings/projects' },
  rules: [
    {
      id: 'amplitude-secret-key',
      name: 'Amplitude secret key',
      anchors: ['amplitude'],
      pattern: assigned('amplitude', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Together with the API key, export every event of your analytics.',
      pairsWith: ['amplitude-api-key'],
      samples: {
        yes: ['AMPLITUDE_SECRET_KEY={hex:32}', "amplitudeSecretKey: '{hex:32}'"],
        no: [
          'AMPLITUDE_SECRET_KEY=your_amplitude_secret_key',
          'checksum = "{hex:32}"',
          'AMPLITUDE_SECRET_KEY={hex:35}',
        ],
      },
    },
    {
      id: 'amplitude-api-key',
      name: 'Amplitude API key',
      anchors: ['amplitude'],
      pattern: assigned('amplitude', 'key|init', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up events; it reads nothing.',
      samples: {
        yes: ['NEXT_PUBLIC_AMPLITUDE_API_KEY={hex:32}', "nextPublicAmplitudeApiKey: '{hex:32}'"],
        no: [
          'NEXT_PUBLIC_AMPLITUDE_API_KEY=your_next_public_amplitude_api_key',
          'checksum = "{hex:32}"',
          'NEXT_PUBLIC_AMPLITUDE_API_KEY={hex:35}',
        ],
      },
    },
  ],
});
