import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'adobe',
  name: 'Adobe',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developer.adobe.com/console/' },
  rules: [
    {
      id: 'adobe-client-secret',
      name: 'Adobe client secret',
      anchors: ['p8e-', 'p8-'],
      pattern: /(?<![\w-])(p8e?-[A-Za-z0-9_-]{32})(?![\w-])/,
      power: 'data',
      impact: 'Act as your Adobe integration.',
      samples: { yes: ['ADOBE_CLIENT_SECRET=p8e-{alnum:32}', '"p8-{alnum:32}"'], no: ['p8e-short', 'mp8-{alnum:32}'] },
    },
  ],
});
