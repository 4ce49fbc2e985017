import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'recaptcha',
  name: 'Google reCAPTCHA',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.google.com/recaptcha/admin' },
  rules: [
    {
      id: 'recaptcha-secret-key',
      name: 'reCAPTCHA secret key',
      anchors: ['recaptcha'],
      pattern: assigned('recaptcha', 'secret|private', '6L(?!eIxAcTAAAA)[A-Za-z0-9_-]{38}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Check captcha answers as you; it does not solve them.',
      samples: {
        yes: ['RECAPTCHA_SECRET_KEY=6L{alnum:38}', "recaptchaSecretKey: '6L{alnum:38}'"],
        no: [
          'RECAPTCHA_SECRET_KEY=your_recaptcha_secret_key',
          'checksum = "6L{alnum:38}"',
          'RECAPTCHA_SECRET_KEY=6L{alnum:41}',
          'RECAPTCHA_SECRET_KEY=6LeIxAcTAAAA{alnum:28}',
        ],
      },
    },
    {
      id: 'recaptcha-site-key',
      name: 'reCAPTCHA site key',
      anchors: ['recaptcha'],
      pattern: assigned('recaptcha', 'site|public', '6L[A-Za-z0-9_-]{38}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers need it.',
      samples: {
        yes: ['NEXT_PUBLIC_RECAPTCHA_SITE_KEY=6L{alnum:38}', "nextPublicRecaptchaSiteKey: '6L{alnum:38}'"],
        no: [
          'NEXT_PUBLIC_RECAPTCHA_SITE_KEY=your_next_public_recaptcha_site_key',
          'checksum = "6L{alnum:38}"',
          'NEXT_PUBLIC_RECAPTCHA_SITE_KEY=6L{alnum:41}',
        ],
      },
    },
  ],
});
