import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'open-vsx',
  name: 'Open VSX',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://open-vsx.org/user-settings/tokens' },
  rules: [
    {
      id: 'open-vsx-access-token',
      name: 'Open VSX access token',
      anchors: ['ovsxat_'],
      pattern: /\b(ovsxat_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your editor extension.',
      samples: { yes: ['OVSX_PAT=ovsxat_{uuid}', '"ovsxat_{uuid}"'], no: ['ovsxat_token'] },
    },
  ],
});
