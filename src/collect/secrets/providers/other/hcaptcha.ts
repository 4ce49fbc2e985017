import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hcaptcha',
  name: 'hCaptcha',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://dashboard.hcaptcha.com/settings/secrets' },
  rules: [
    {
      id: 'hcaptcha-secret',
      name: 'hCaptcha secret',
      anchors: afterDelimiter('ES_'),
      pattern: /(?<![\w.-])(ES_[0-9a-f]{32})(?![\w-])/,
      power: 'limited',
      impact: 'Check captcha answers as you; it does not solve them.',
      samples: { yes: ['HCAPTCHA_SECRET=ES_{hex:32}', "secret: 'ES_{hex:32}'"], no: ['ES_VERSION', '"ES_{hex:8}"'] },
    },
    {
      id: 'hcaptcha-legacy-secret',
      name: 'hCaptcha secret (older form)',
      anchors: ['hcaptcha'],
      pattern: assigned('hcaptcha', 'secret|key', '0x[0-9a-fA-F]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Check captcha answers as you; it does not solve them.',
      samples: {
        yes: ['HCAPTCHA_SECRET_KEY=0x{hex:40}', "hcaptchaSecretKey: '0x{hex:40}'"],
        no: [
          'HCAPTCHA_SECRET_KEY=your_hcaptcha_secret_key',
          'checksum = "0x{hex:40}"',
          'HCAPTCHA_SECRET_KEY=0x{hex:43}',
        ],
      },
    },
  ],
});
