import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sidekiq',
  name: 'Sidekiq Pro and Enterprise',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://billing.contribsys.com/' },
  rules: [
    {
      id: 'sidekiq-bundle-secret',
      name: 'Sidekiq gem server credentials',
      anchors: ['contribsys'],
      pattern: assigned('bundle[_.-]?(?:enterprise|gems)[_.-]{0,2}contribsys', 'com', '[0-9a-f]{8}:[0-9a-f]{8}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Download the paid gems on your licence.',
      samples: {
        yes: [
          'BUNDLE_ENTERPRISE__CONTRIBSYS__COM={hex:8}:{hex:8}',
          "bundleEnterprise_contribsys_com: '{hex:8}:{hex:8}'",
        ],
        no: [
          'BUNDLE_ENTERPRISE__CONTRIBSYS__COM=your_bundle_enterprise__contribsys__com',
          'checksum = "{hex:8}:{hex:8}"',
        ],
      },
    },
    {
      id: 'sidekiq-url',
      name: 'Sidekiq gem server address with credentials',
      anchors: ['contribsys.com'],
      pattern: /\/\/([0-9a-f]{8}:[0-9a-f]{8})@(?:gems|enterprise)\.contribsys\.com(?![\w.-])/i,
      reach: [64, 48],
      power: 'limited',
      impact: 'Download the paid gems on your licence.',
      samples: {
        yes: [
          'source "https://{hex:8}:{hex:8}@gems.contribsys.com/"',
          'https://{hex:8}:{hex:8}@enterprise.contribsys.com',
        ],
        no: ['https://username:password@enterprise.contribsys.com'],
      },
    },
  ],
});
