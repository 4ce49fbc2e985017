import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'locationiq',
  name: 'LocationIQ',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://my.locationiq.com/dashboard/access-tokens' },
  rules: [
    {
      id: 'locationiq-access-token',
      name: 'LocationIQ access token',
      anchors: ['pk.'],
      pattern: /(?<![\w.-])(pk\.[0-9a-f]{32})(?![\w-])/,
      verdict: 'public',
      publicIf: "the token is limited to your site's address (LocationIQ: Restrict access)",
      power: 'limited',
      impact: 'Look up places on your quota.',
      samples: { yes: ['LOCATIONIQ_TOKEN=pk.{hex:32}', '"pk.{hex:32}"'], no: ['pk.length', 'pk.eyJ1Ijoi{alnum:30}'] },
    },
  ],
});
