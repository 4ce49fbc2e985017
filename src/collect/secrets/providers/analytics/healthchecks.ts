import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'healthchecks',
  name: 'Healthchecks.io',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://healthchecks.io/projects/' },
  rules: [
    {
      id: 'healthchecks-ping-url',
      name: 'Healthchecks.io ping address',
      anchors: ['hc-ping.com/'],
      pattern:
        /hc-ping\.com\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[\w-]{22}\/[\w-]{1,40})(?![\w-])/,
      power: 'limited',
      impact: 'Report that a job ran when it did not.',
      samples: {
        yes: ['curl https://hc-ping.com/{uuid}', 'HC_URL=https://hc-ping.com/{alnum:22}/nightly-backup'],
        no: ['https://hc-ping.com/your-uuid-here'],
      },
    },
    {
      id: 'healthchecks-api-key',
      name: 'Healthchecks.io API key',
      anchors: ['hcw_', 'hcr_'],
      pattern: /\b(hc[wr]_[A-Za-z0-9]{28})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read your job monitors, and pause or delete them if it may write.',
      samples: { yes: ['HEALTHCHECKS_KEY=hcw_{alnum:28}', '"hcr_{alnum:28}"'], no: ['hcw_short'] },
    },
  ],
});
