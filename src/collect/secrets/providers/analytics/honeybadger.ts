import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'honeybadger',
  name: 'Honeybadger',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://app.honeybadger.io/' },
  rules: [
    {
      id: 'honeybadger-project-key',
      name: 'Honeybadger project key',
      anchors: ['hbp_'],
      pattern: /\b(hbp_[A-Za-z0-9]{30,40})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up errors; it reads nothing.',
      samples: { yes: ['HONEYBADGER_API_KEY=hbp_{alnum:36}', '"hbp_{alnum:36}"'], no: ['hbp_short'] },
    },
  ],
});
