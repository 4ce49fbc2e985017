import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'browserless',
  name: 'Browserless',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://account.browserless.io/' },
  rules: [
    {
      id: 'browserless-url-token',
      name: 'Browserless token in an address',
      anchors: ['browserless.io'],
      pattern:
        /browserless\.io[^\s"'`<>]{0,160}?[?&](?:amp;)?token=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9]{32,60})(?![\w-])/i,
      power: 'spend',
      impact: 'Run browsers on your plan.',
      samples: {
        yes: ['https://browserless.io/x?token={uuid}', 'fetch("https://browserless.io/v1/x?q=a&token={uuid}")'],
        no: ['https://browserless.io/x?token=YOUR_KEY', 'https://browserless.io/x?token=${KEY}'],
      },
    },
    {
      id: 'browserless-token',
      name: 'Browserless token',
      anchors: ['browserless'],
      pattern: assigned(
        'browserless',
        KEY,
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9]{40,60}',
      ),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run browsers on your plan.',
      samples: {
        yes: ['BROWSERLESS_TOKEN={uuid}', "browserlessToken: '{uuid}'"],
        no: ['BROWSERLESS_TOKEN=your_browserless_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
