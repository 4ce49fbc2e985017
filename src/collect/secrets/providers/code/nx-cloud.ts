import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'nx-cloud',
  name: 'Nx Cloud',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://cloud.nx.app/' },
  rules: [
    {
      id: 'nx-cloud-access-token',
      name: 'Nx Cloud read-write token',
      anchors: ['fHJlYWQtd3JpdGU'],
      pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{48}fHJlYWQtd3JpdGU=?)(?![A-Za-z0-9+/])/,
      reach: [80, 32],
      power: 'infrastructure',
      impact: 'Put poisoned build results into the cache that your CI trusts.',
      samples: {
        yes: [
          'NX_CLOUD_ACCESS_TOKEN={base64:48}fHJlYWQtd3JpdGU=',
          '"nxCloudAccessToken": "{base64:48}fHJlYWQtd3JpdGU="',
        ],
        no: ['fHJlYWQtd3JpdGU='],
      },
    },
    {
      id: 'nx-cloud-read-token',
      name: 'Nx Cloud read-only token',
      anchors: ['fHJlYWQtb25seQ', 'fHJlYWQ='],
      pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{48}fHJlYWQ(?:tb25seQ)?={1,2})(?![A-Za-z0-9+/])/,
      reach: [80, 32],
      verdict: 'public',
      publicIf: 'your repository may be read by the same people',
      power: 'limited',
      impact: 'Read cached build results.',
      samples: {
        yes: ['"accessToken": "{base64:48}fHJlYWQtb25seQ=="', 'NX_CLOUD_ACCESS_TOKEN={base64:48}fHJlYWQ='],
        no: ['fHJlYWQ='],
      },
    },
  ],
});
