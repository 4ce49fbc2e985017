import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'twilio',
  name: 'Twilio',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    notes: ['The auth token has a primary and a secondary: promote the secondary after your servers use it.'],
  },
  rules: [
    {
      id: 'twilio-auth-token',
      name: 'Twilio auth token',
      anchors: ['twilio'],
      pattern:
        /twilio(?:[\w.-]{0,16}token[\w.-]{0,8}["'\]]{0,2}[ \t]{0,4}(?::=|=>|=|:|\|\||\?\?)[ \t]{0,4}["'`]?|[\w.]{0,12}["'`]?\)?\(\s{0,8}["'`]AC[0-9a-f]{32}["'`]\s{0,4},\s{0,8}["'`]|\.com[^\s"'`]{0,120}["']? -u ["']?AC[0-9a-f]{32}:)([0-9a-f]{32})(?![\w+/-])/i,
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send texts and calls on your bill, read message history with codes in it, and take over your numbers.',
      pairsWith: ['twilio-account-sid'],
      samples: {
        yes: [
          'TWILIO_AUTH_TOKEN={hex:32}',
          'twilioAuthToken: "{hex:32}"',
          "const client = require('twilio')('AC{hex:32}', '{hex:32}')",
        ],
        no: ['TWILIO_AUTH_TOKEN=your_auth_token', 'TWILIO_ACCOUNT_SID=AC{hex:32}', 'TWILIO_AUTH_TOKEN={hex:40}'],
      },
    },
    {
      id: 'twilio-api-key-secret',
      name: 'Twilio API key secret',
      anchors: ['twilio'],
      pattern: assigned('twilio', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send texts and calls on your bill and read message history, as far as the key allows.',
      pairsWith: ['twilio-api-key-sid'],
      samples: {
        yes: ['TWILIO_API_KEY_SECRET={alnum:32}', "twilioApiKeySecret: '{alnum:32}'"],
        no: [
          'TWILIO_API_KEY_SECRET=your_twilio_api_key_secret',
          'checksum = "{alnum:32}"',
          'TWILIO_API_KEY_SECRET={alnum:35}',
        ],
      },
    },
    {
      id: 'twilio-api-key-sid',
      name: 'Twilio API key SID',
      anchors: ['twilio', 'key_sid', 'keysid'],
      pattern: /(?:twilio|key_?sid)[\w.-]{0,20}["'\])]{0,2}[ \t]{0,4}[=:,(]?[ \t]{0,4}["'`]?(SK[0-9a-f]{32})(?![\w-])/i,
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Nothing alone: it names an API key, and works as soon as its secret is found too.',
      pairsWith: ['twilio-api-key-secret'],
      samples: {
        yes: ['TWILIO_API_KEY=SK{hex:32}', 'twilioApiKeySid: "SK{hex:32}"'],
        no: ['TWILIO_API_KEY=SKxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'SK{hex:32}', 'TWILIO_API_KEY=SK{hex:40}'],
      },
    },
    {
      id: 'twilio-account-sid',
      name: 'Twilio account SID',
      anchors: ['twilio', 'account_sid', 'accountsid'],
      pattern:
        /(?:twilio|account_?sid)[\w.-]{0,20}["'\])]{0,2}[ \t]{0,4}[=:,(]?[ \t]{0,4}["'`]?(AC[0-9a-f]{32})(?![\w-])/i,
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing alone: it names your account, like a user name.',
      samples: {
        yes: ['TWILIO_ACCOUNT_SID=AC{hex:32}', 'accountSid: "AC{hex:32}"'],
        no: ['TWILIO_ACCOUNT_SID=ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'AC{hex:40}'],
      },
    },
  ],
});
