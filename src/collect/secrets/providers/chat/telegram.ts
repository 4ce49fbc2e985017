import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'telegram',
  name: 'Telegram',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://t.me/BotFather',
    notes: ['Send /revoke to @BotFather: the old token stops at once.'],
  },
  rules: [
    {
      id: 'telegram-bot-token',
      name: 'Telegram bot token',
      anchors: [':AAE', ':AAF', ':AAG', ':AAH', 'telegram'],
      pattern: /(?<![\w:.-])(?:bot)?(\d{8,10}:A[A-Za-z0-9_-]{34})(?![\w-])/,
      reach: [64, 120],
      power: 'messages',
      impact: 'Control your bot: read what people send it and write to everybody who ever started it.',
      verify: { url: 'https://api.telegram.org/bot{secret}/getMe', live: [200], dead: [401, 404] },
      samples: {
        yes: [
          'TELEGRAM_BOT_TOKEN={digit:10}:AAF{base64url:32}',
          'https://api.telegram.org/bot{digit:9}:AAH{base64url:32}/sendMessage',
          'new Telegraf("{digit:10}:AAE{base64url:32}")',
        ],
        no: [
          'TELEGRAM_BOT_TOKEN=123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
          '{hex:2}:AA:{hex:2}:{hex:2}',
          'telegram: {digit:10}:AAF{base64url:20}',
        ],
      },
    },
  ],
});
