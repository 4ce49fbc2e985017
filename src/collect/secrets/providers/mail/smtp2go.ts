import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'smtp2go',
  name: 'SMTP2GO',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.smtp2go.com/sending/apikeys/',
  },
  rules: [
    {
      id: 'smtp2go-api-key',
      name: 'SMTP2GO API key',
      anchors: afterDelimiter('api-'),
      pattern: /(?<![\w.-])(api-[0-9A-F]{32})(?![\w-])/,
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      samples: {
        yes: ['SMTP2GO_API_KEY=api-{HEX:32}', '"api_key": "api-{HEX:32}"'],
        no: ['"api-{HEX:12}"', 'host: api-{hex:8}.internal'],
      },
    },
  ],
});
