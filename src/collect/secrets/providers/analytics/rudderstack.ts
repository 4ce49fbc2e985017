import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rudderstack',
  name: 'RudderStack',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.rudderstack.com/' },
  rules: [
    {
      id: 'rudderstack-write-key',
      name: 'RudderStack write key',
      anchors: ['rudderstack', 'rudder_'],
      pattern: assigned('rudder(?:stack)?', 'write', '[A-Za-z0-9]{27}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'the source is a browser or app source',
      power: 'limited',
      impact: 'Send made-up events; it reads nothing.',
      samples: {
        yes: ['RUDDERSTACK_WRITE_KEY={alnum:27}', "rudderstackWriteKey: '{alnum:27}'"],
        no: [
          'RUDDERSTACK_WRITE_KEY=your_rudderstack_write_key',
          'checksum = "{alnum:27}"',
          'RUDDERSTACK_WRITE_KEY={alnum:30}',
        ],
      },
    },
  ],
});
