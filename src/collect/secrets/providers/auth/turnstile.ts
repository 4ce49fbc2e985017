import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'turnstile',
  name: 'Cloudflare Turnstile',
  category: 'auth',
  rotation: { kind: 'grace', at: 'https://dash.cloudflare.com/?to=/:account/turnstile', notes: ['Rotating keeps the old secret for two hours unless you end it at once.'] },
  rules: [
    {
      id: 'turnstile-secret-key',
      name: 'Turnstile secret key',
      anchors: ['0x4AAAAAA'],
      pattern: /(?<![0-9A-Za-z])(0x4AAAAAA[A-Za-z0-9_-]{26})(?![A-Za-z0-9_-])/,
      power: 'limited',
      impact: 'Check challenge answers in your name: little by itself, though bots can test against it.',
      verify: {
        url: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'secret={secret}&response=launch-ready',
        live: [200],
        dead: [],
        liveText: 'invalid-input-response',
      },
      samples: {
        yes: ['TURNSTILE_SECRET_KEY=0x4AAAAAA{alnum:26}', 'secret: "0x4AAAAAA{base64url:25}a"'],
        no: ['TURNSTILE_SECRET_KEY=0x4AAAAAAA...', '1x0000000000000000000000000000000AA', '0x4AAAAAA{alnum:15}'],
      },
    },
    {
      id: 'turnstile-site-key',
      name: 'Turnstile site key',
      anchors: ['0x4AAAAAA'],
      pattern: /(?<![0-9A-Za-z])(0x4AAAAAA[A-Za-z0-9_-]{12,16})(?![A-Za-z0-9_-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the widget in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_TURNSTILE_SITE_KEY=0x4AAAAAA{alnum:15}', '<div class="cf-turnstile" data-sitekey="0x4AAAAAA{alnum:13}">'],
        no: ['TURNSTILE_SITE_KEY=0x4AAAAAAA...', '0x4AAAAAA{alnum:26}'],
      },
    },
  ],
});
