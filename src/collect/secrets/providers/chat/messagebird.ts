import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'messagebird',
  name: 'Bird (MessageBird)',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://dashboard.messagebird.com/en/developers/access' },
  rules: [
    {
      id: 'messagebird-access-key',
      name: 'MessageBird access key',
      anchors: ['messagebird', 'message_bird', 'message-bird'],
      pattern: assigned('message[_.-]?bird', KEY, '[A-Za-z0-9]{25}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts on your balance and read conversations.',
      verify: {
        url: 'https://rest.messagebird.com/balance',
        headers: { authorization: 'AccessKey {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['MESSAGEBIRD_API_KEY={alnum:25}', "messagebirdApiKey: '{alnum:25}'"],
        no: [
          'MESSAGEBIRD_API_KEY=your_messagebird_api_key',
          'checksum = "{alnum:25}"',
          'MESSAGEBIRD_API_KEY={alnum:28}',
        ],
      },
    },
  ],
});
