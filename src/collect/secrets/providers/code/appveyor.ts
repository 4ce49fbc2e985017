import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'appveyor',
  name: 'AppVeyor',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://ci.appveyor.com/api-keys' },
  rules: [
    {
      id: 'appveyor-api-token',
      name: 'AppVeyor API token',
      anchors: ['appveyor'],
      pattern: assigned('appveyor', '', 'v2\\.[a-z0-9]{20}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start builds and deployments.',
      samples: {
        yes: ['APPVEYOR_TOKEN=v2.{lower:20}', "appveyorToken: 'v2.{lower:20}'"],
        no: ['APPVEYOR_TOKEN=your_appveyor_token', 'checksum = "v2.{lower:20}"', 'APPVEYOR_TOKEN=v2.{lower:23}'],
      },
    },
  ],
});
