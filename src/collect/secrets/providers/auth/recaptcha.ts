import { defineProvider } from '../../define-provider.ts';
import { named } from '../data/shared/named.ts';

export default defineProvider({
  id: 'recaptcha',
  name: 'Google reCAPTCHA',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://www.google.com/recaptcha/admin', notes: ['Keys cannot be rolled: register the site again and replace both keys together.'] },
  rules: [
    {
      id: 'recaptcha-secret-key',
      name: 'reCAPTCHA secret key',
      anchors: ['captcha'],
      pattern: named('captcha', 'secret|private', '6L[A-Za-z0-9_-]{38}'),
      power: 'limited',
      impact: 'Check challenge answers in your name: little by itself, though bots can test against it.',
      samples: {
        yes: ['RECAPTCHA_SECRET_KEY=6L{alnum:5}AAAAA{base64url:27}a', "recaptcha: { siteKey: 'x', secretKey: '6Lc{alnum:37}' }"],
        no: ['RECAPTCHA_SECRET_KEY=your_secret_key', 'RECAPTCHA_SITE_KEY=6L{alnum:38}', 'RECAPTCHA_SECRET_KEY=6L{alnum:10}'],
      },
    },
    {
      id: 'recaptcha-site-key',
      name: 'reCAPTCHA site key',
      anchors: ['captcha', 'data-sitekey'],
      pattern: named('captcha|data-', 'site[_-]?key|render', '6L[A-Za-z0-9_-]{38}'),
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the widget in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_RECAPTCHA_SITE_KEY=6L{alnum:38}', 'https://www.google.com/recaptcha/api.js?render=6L{alnum:38}', '<div class="g-recaptcha" data-sitekey="6L{alnum:38}">'],
        no: ['RECAPTCHA_SITE_KEY=your_site_key', 'RECAPTCHA_SITE_KEY=6L{alnum:8}'],
      },
    },
  ],
});
