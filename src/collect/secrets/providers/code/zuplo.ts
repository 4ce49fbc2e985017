import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zuplo',
  name: 'Zuplo',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://portal.zuplo.com/' },
  rules: [
    {
      id: 'zuplo-api-key',
      name: 'Zuplo API key',
      anchors: ['zpka_'],
      pattern: /\b(zpka_[a-z0-9]{32}_[0-9a-f]{8})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Call the API it was issued for, or manage your gateway.',
      samples: { yes: ['ZUPLO_API_KEY=zpka_{lower:32}_{hex:8}', '"zpka_{lower:32}_{hex:8}"'], no: ['zpka_short'] },
    },
  ],
});
