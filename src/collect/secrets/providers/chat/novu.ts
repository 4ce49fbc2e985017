import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'novu',
  name: 'Novu',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://dashboard.novu.co/api-keys' },
  rules: [
    {
      id: 'novu-secret-key',
      name: 'Novu secret key',
      anchors: ['novu_', 'novuapi', 'novusecret'],
      pattern: assigned('novu', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send notifications in your name and read your subscribers.',
      verify: {
        url: 'https://api.novu.co/v1/environments/me',
        headers: { authorization: 'ApiKey {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['NOVU_SECRET_KEY={hex:32}', "novuSecretKey: '{hex:32}'"],
        no: ['NOVU_SECRET_KEY=your_novu_secret_key', 'checksum = "{hex:32}"', 'NOVU_SECRET_KEY={hex:35}'],
      },
    },
  ],
});
