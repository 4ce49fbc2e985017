import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { headersOf, htmlPages } from '../web-words.ts';

/** Cookies that scripts are meant to read carry such names. */
const SESSION =
  /(?:^|[._-])(?:sess(?:ion)?(?:_?id)?|sid|connect\.sid|auth|jwt|access_?token|refresh_?token|next-auth\.session-token)(?:$|[._-])/i;
const MEANT = /csrf|xsrf|consent|locale|theme/i;

export default defineCheck({
  id: 'edge/cookie-readable',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Scripts cannot read session cookies', fail: 'Scripts can read the session cookie' },
  why: 'One foreign script in a page takes the session along, and acts as the customer or the admin from elsewhere.',
  references: ['RFC 6265 5.2.6', 'ASVS 5.0 3.3.4', 'CWE-1004'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = [...htmlPages(hosts).map(({ page }) => page), ...(login === undefined ? [] : [login])];
    const cookies = pages.flatMap((page) =>
      headersOf(page, 'set-cookie').map((cookie) => ({ page, cookie, name: cookie.split('=')[0] ?? '' })),
    );
    const sessions = cookies.filter(({ name }) => SESSION.test(name) && !MEANT.test(name));
    if (sessions.length === 0) return 'not-applicable';
    const open = sessions.filter(({ cookie }) => !/;\s*httponly\b/i.test(cookie));
    const names = new Map(open.map((one) => [one.name, one]));
    return [...names.values()].map(({ page, cookie, name }) => ({
      key: name,
      title: `Scripts can read the cookie ${printable(name)}`,
      where: { host: new URL(page.url).hostname, url: page.url },
      proof: {
        kind: 'exchange' as const,
        text: `GET ${printable(page.url)}\nSet-Cookie: ${printable(cookie.replace(/=[^;]*/, '=…'))}\n${plural(sessions.length, 'session cookie')} seen.`,
      },
    }));
  },
  fix: ({ where }) => ({
    steps: [
      'Set HttpOnly, Secure and SameSite=Lax on it; the prefix __Host- keeps other hosts of the domain from setting it.',
    ],
    snippet: {
      path: 'where the session is made',
      language: 'http',
      content: 'Set-Cookie: __Host-session=…; Path=/; Secure; HttpOnly; SameSite=Lax',
    },
    verify: `curl -sI ${where.url} | grep -i set-cookie`,
  }),
});
