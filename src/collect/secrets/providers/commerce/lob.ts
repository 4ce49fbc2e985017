import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lob',
  name: 'Lob',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://dashboard.lob.com/settings/api-keys' },
  rules: [
    {
      id: 'lob-live-key',
      name: 'Lob live secret key',
      anchors: ['lob_', 'lob-', 'lob(', 'lob:', 'lobapi', 'lobkey', 'lob"'],
      pattern: assigned('(?<![a-z])lob', 'key|secret|token|new|\\(', 'live_[0-9a-f]{35}'),
      power: 'spend',
      impact: 'Print and post letters and cheques on your account and read the addresses of your customers.',
      verify: { url: 'https://api.lob.com/v1/addresses?limit=1', basic: '{secret}:', live: [200, 403], dead: [401] },
      samples: {
        yes: ['LOB_API_KEY=live_{hex:35}', 'lobApiKey: "live_{hex:35}"', '"lob": { "apiKey": "live_{hex:35}" }'],
        no: ['LOB_API_KEY=live_your_key', 'blob_key=live_{hex:35}', 'LOB_API_KEY=live_{hex:20}'],
      },
    },
    {
      id: 'lob-test-key',
      name: 'Lob test secret key',
      anchors: ['lob_', 'lob-', 'lob(', 'lob:', 'lobapi', 'lobkey', 'lob"'],
      pattern: assigned('(?<![a-z])lob', 'key|secret|token|new|\\(', 'test_[0-9a-f]{35}'),
      power: 'limited',
      testMode: true,
      impact: 'Make test letters; nothing is posted.',
      samples: {
        yes: ['LOB_API_KEY=test_{hex:35}', "lob: { apiKey: 'test_{hex:35}' }"],
        no: ['LOB_API_KEY=test_key', 'glob_key=test_{hex:35}'],
      },
    },
    {
      id: 'lob-publishable-key',
      name: 'Lob publishable key',
      anchors: ['live_pub_', 'test_pub_'],
      pattern: /\b((?:live|test)_pub_[0-9a-f]{31})(?![0-9a-zA-Z])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Check and complete addresses at your cost; it is made to stand in a browser.',
      samples: {
        yes: ['NEXT_PUBLIC_LOB_KEY=live_pub_{hex:31}', '"test_pub_{hex:31}"'],
        no: ['live_pub_your_key', 'live_pub_{hex:8}'],
      },
    },
  ],
});
