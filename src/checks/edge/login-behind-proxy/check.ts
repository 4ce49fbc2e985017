import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { headersOf, INSIDE } from '../web-words.ts';

const SESSION = /sess|(?:^|[._-]|connect\.)sid(?:$|[._-])|(?<![a-z])auth(?!or)|token|login/i;
/** Proofs against forged forms, and what a page notes of its own look, open no session. */
const HARMLESS = /csrf|xsrf|sidebar/i;

export default defineCheck({
  id: 'edge/login-behind-proxy',
  stage: 'edge',
  bar: ['M3'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Signing in works through the edge', fail: 'The login page does not know that it is behind HTTPS' },
  why: 'The app takes itself for plain HTTP or for another host: passwords go out in the clear, or nobody can sign in.',
  references: ['ASVS 5.0 3.3.1', 'CWE-614', 'https://expressjs.com/en/guide/behind-proxies.html'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { login } }) => {
    if (login === undefined) return 'not-applicable';
    const host = new URL(login.url).hostname;
    const forms = login.passwordForms.filter((action) => {
      const to = new URL(action);
      return to.protocol !== 'https:' || INSIDE.test(to.hostname);
    });
    const cookies = headersOf(login, 'set-cookie').filter(
      (cookie) =>
        SESSION.test(cookie.split('=')[0] ?? '') &&
        !HARMLESS.test(cookie.split('=')[0] ?? '') &&
        // One that is taken back carries nothing.
        !/^[^=]*=\s*(?:;|$)|;\s*max-age=(?:0|-\d+)\b/i.test(cookie) &&
        !/;\s*secure\b/i.test(cookie),
    );
    const signs = [
      ...forms.map((action) => `the form with the password goes to ${printable(action)}`),
      ...cookies.map((cookie) => `Set-Cookie: ${printable(cookie.replace(/=[^;]*/, '=…'))} (without Secure)`),
    ];
    return signs.length === 0
      ? []
      : [
          {
            key: host,
            where: { host, url: login.url },
            proof: { kind: 'exchange', text: `GET ${printable(login.url)} → ${login.status}\n${signs.join('\n')}` },
          },
        ];
  },
  fix: ({ where }) => ({
    steps: [
      'Let the app trust the proxy: app.set("trust proxy", 1) in Express, trustProxy in Fastify, AUTH_URL / NEXTAUTH_URL with https:// in Auth.js.',
      'Let the proxy send X-Forwarded-Proto, and set Secure on cookies in production whatever the app thinks.',
    ],
    verify: `curl -si ${where.url} | grep -iE 'set-cookie|<form'`,
  }),
});
