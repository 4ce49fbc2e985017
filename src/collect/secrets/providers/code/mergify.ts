import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mergify',
  name: 'Mergify',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://dashboard.mergify.com/' },
  rules: [
    {
      id: 'mergify-application-key',
      name: 'Mergify application key',
      anchors: ['mergify_application_key_'],
      pattern: /\b(mergify_application_key_[A-Za-z0-9_-]{40,200})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Steer your merge queue.',
      samples: {
        yes: ['MERGIFY_TOKEN=mergify_application_key_{alnum:64}', '"mergify_application_key_{alnum:64}"'],
        no: ['mergify_application_key_short'],
      },
    },
  ],
});
