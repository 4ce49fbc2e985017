import { assigned } from '../../assigned.ts';
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
    {
      id: 'honeybadger-legacy-key',
      name: 'Honeybadger API key',
      anchors: ['honeybadger'],
      pattern: assigned('honeybadger', '', '[0-9a-f]{8}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up errors; it reads nothing.',
      samples: {
        yes: ['HONEYBADGER_API_KEY={hex:8}', "honeybadgerApiKey: '{hex:8}'"],
        no: ['HONEYBADGER_API_KEY=your_honeybadger_api_key', 'checksum = "{hex:8}"', 'HONEYBADGER_API_KEY={hex:11}'],
      },
    },
  ],
});
