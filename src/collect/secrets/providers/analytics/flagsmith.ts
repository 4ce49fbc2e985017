import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'flagsmith',
  name: 'Flagsmith',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.flagsmith.com/' },
  rules: [
    {
      id: 'flagsmith-server-key',
      name: 'Flagsmith server-side key',
      anchors: ['flagsmith'],
      pattern: assigned('flagsmith', '', 'ser\\.[A-Za-z0-9]{22}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read every flag and segment rule of the environment.',
      samples: {
        yes: ['FLAGSMITH_ENVIRONMENT_KEY=ser.{alnum:22}', "flagsmithEnvironmentKey: 'ser.{alnum:22}'"],
        no: [
          'FLAGSMITH_ENVIRONMENT_KEY=your_flagsmith_environment_key',
          'checksum = "ser.{alnum:22}"',
          'FLAGSMITH_ENVIRONMENT_KEY=ser.{alnum:25}',
        ],
      },
    },
    {
      id: 'flagsmith-api-token',
      name: 'Flagsmith API token',
      anchors: ['flagsmith'],
      pattern: assigned('flagsmith', 'token', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Switch features on and off for your users.',
      samples: {
        yes: ['FLAGSMITH_API_TOKEN={hex:40}', "flagsmithApiToken: '{hex:40}'"],
        no: ['FLAGSMITH_API_TOKEN=your_flagsmith_api_token', 'checksum = "{hex:40}"', 'FLAGSMITH_API_TOKEN={hex:43}'],
      },
    },
    {
      id: 'flagsmith-client-key',
      name: 'Flagsmith client-side key',
      anchors: ['flagsmith'],
      pattern: assigned('flagsmith', 'key|id', '[A-Za-z0-9]{22}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers need it to read their flags.',
      samples: {
        yes: ['NEXT_PUBLIC_FLAGSMITH_ENVIRONMENT_ID={alnum:22}', "nextPublicFlagsmithEnvironmentId: '{alnum:22}'"],
        no: [
          'NEXT_PUBLIC_FLAGSMITH_ENVIRONMENT_ID=your_next_public_flagsmith_environment_id',
          'checksum = "{alnum:22}"',
          'NEXT_PUBLIC_FLAGSMITH_ENVIRONMENT_ID={alnum:25}',
        ],
      },
    },
  ],
});
