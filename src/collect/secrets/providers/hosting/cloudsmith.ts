import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cloudsmith',
  name: 'Cloudsmith',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://cloudsmith.io/user/settings/api/',
  },
  rules: [
    {
      id: 'cloudsmith-api-key',
      name: 'Cloudsmith API key',
      anchors: ['csa_'],
      pattern: /\b(csa_[0-9a-f]{30}[0-9A-Za-z]{6})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read your private packages, and publish others in their place.',
      samples: {
        yes: ['CLOUDSMITH_API_KEY=csa_{hex:30}{alnum:6}', '"X-Api-Key": "csa_{hex:30}{alnum:6}"'],
        no: ['csa_xxx', 'csa_{hex:12}'],
      },
    },
    {
      id: 'cloudsmith-legacy-key',
      name: 'Cloudsmith API key',
      anchors: ['cloudsmith'],
      pattern: assigned('cloudsmith', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read your private packages, and publish others in their place.',
      samples: {
        yes: ['CLOUDSMITH_API_KEY={hex:40}', 'cloudsmith_token: "{hex:40}"'],
        no: ['CLOUDSMITH_API_KEY=key', 'CLOUDSMITH_REPO={hex:40}'],
      },
    },
  ],
});
