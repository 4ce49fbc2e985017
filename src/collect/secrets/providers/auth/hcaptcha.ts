import { defineProvider } from '../../define-provider.ts';
import { named } from '../data/shared/named.ts';

export default defineProvider({
  id: 'hcaptcha',
  name: 'hCaptcha',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://dashboard.hcaptcha.com/settings/secrets' },
  rules: [
    {
      id: 'hcaptcha-secret-key',
      name: 'hCaptcha secret key',
      anchors: ['hcaptcha', 'h_captcha', 'h-captcha'],
      pattern: named('h[_-]?captcha', 'secret|key', '(?:ES_[0-9a-f]{32}|0x[0-9A-Fa-f]{40})'),
      power: 'limited',
      impact: 'Check challenge answers in your name: little by itself, though bots can test against it.',
      samples: {
        yes: ['HCAPTCHA_SECRET_KEY=ES_{hex:32}', "hcaptcha: { secret: '0x{HEX:40}' }"],
        no: ['HCAPTCHA_SECRET_KEY=0x0000000000000000000000000000000000000000', 'SECRET_KEY=ES_{hex:32}', 'HCAPTCHA_SITE_KEY={uuid}'],
      },
    },
  ],
});
