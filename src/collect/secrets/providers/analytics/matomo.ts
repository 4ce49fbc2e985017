import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'matomo',
  name: 'Matomo',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://matomo.org/faq/general/faq_114/' },
  rules: [
    {
      id: 'matomo-auth-token',
      name: 'Matomo auth token',
      anchors: ['matomo', 'piwik'],
      pattern: assigned('(?:matomo|piwik)', 'token|auth', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every visit of your site.',
      samples: {
        yes: ['MATOMO_TOKEN_AUTH={hex:32}', "matomoTokenAuth: '{hex:32}'"],
        no: ['MATOMO_TOKEN_AUTH=your_matomo_token_auth', 'checksum = "{hex:32}"', 'MATOMO_TOKEN_AUTH={hex:35}'],
      },
    },
  ],
});
