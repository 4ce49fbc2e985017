import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'infracost',
  name: 'Infracost',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://dashboard.infracost.io/' },
  rules: [
    {
      id: 'infracost-api-key',
      name: 'Infracost API key',
      anchors: ['ico-'],
      pattern: /(?<![\w.-])(ico-[A-Za-z0-9]{32})(?![\w.-])/,
      power: 'limited',
      impact: 'Ask for price estimates on your quota.',
      samples: {
        yes: ['INFRACOST_API_KEY=ico-{alnum:32}', '"ico-{alnum:32}"'],
        no: ['box.ico-{hex:32}.png', 'ico-{alnum:8}'],
      },
    },
  ],
});
