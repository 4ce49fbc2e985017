import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'percy',
  name: 'Percy',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://percy.io/' },
  rules: [
    {
      id: 'percy-token',
      name: 'Percy project token',
      anchors: ['percy_token', 'percytoken', 'percy-token'],
      pattern: assigned('percy', 'token', '(?:web|app|auto|ss|vmw)_[0-9a-f]{64}|[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Upload screenshots on your quota.',
      samples: {
        yes: ['PERCY_TOKEN=web_{hex:64}', "percyToken: 'web_{hex:64}'"],
        no: ['PERCY_TOKEN=your_percy_token', 'checksum = "web_{hex:64}"', 'PERCY_TOKEN=web_{hex:67}'],
      },
    },
  ],
});
