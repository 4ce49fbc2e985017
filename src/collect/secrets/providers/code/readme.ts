import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'readme',
  name: 'ReadMe',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://dash.readme.com/' },
  rules: [
    {
      id: 'readme-api-key',
      name: 'ReadMe API key',
      anchors: ['rdme_'],
      pattern: /\b(rdme_[a-z0-9]{70})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Change what your documentation says.',
      samples: {
        yes: ['README_API_KEY=rdme_{lower:70}', 'rdme login --key "rdme_{lower:70}"'],
        no: ['rdme_xxx', 'rdme_{lower:10}'],
      },
    },
  ],
});
