import { defineCheck } from '../../../model/check.ts';
import type { WebPage } from '../../../model/evidence/edge/web.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { parseHsts } from '../../../model/judge/hsts.ts';
import { headersOf, htmlPages } from '../web-words.ts';

/** Cookies that scripts are meant to read carry such names. */
const SESSION =
  /(?:^|[._-])(?:sess(?:ion)?(?:_?id)?|sid|connect\.sid|auth|jwt|access_?token|refresh_?token|next-auth\.session-token)(?:$|[._-])/i;
const MEANT = /csrf|xsrf|consent|locale|theme/i;

/** Strict-Transport-Security keeps browsers that have been there off plain HTTP, Secure or not. */
const faultOf = ({ page, cookie, name }: { page: WebPage; cookie: string; name: string }): string | null => {
  if (!/;\s*httponly\b/i.test(cookie)) return `Scripts can read the cookie ${printable(name)}`;
  const isKept = headersOf(page, 'strict-transport-security').some((value) => (parseHsts(value)?.maxAge ?? 0) > 0);
  return !isKept && page.url.startsWith('https:') && !/;\s*secure\b/i.test(cookie)
    ? `The cookie ${printable(name)} is sent over plain HTTP too`
    : null;
};

export default defineCheck({
  id: 'edge/cookie-readable',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Session cookies are out of reach', fail: 'A session cookie is within reach of others' },
  why: 'Whoever reads it, by one foreign script in a page or on the network, acts as the customer or the admin from elsewhere.',
  references: ['RFC 6265 5.2.5', 'RFC 6265 5.2.6', 'ASVS 5.0 3.3.1', 'ASVS 5.0 3.3.4', 'CWE-614', 'CWE-1004'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = [...htmlPages(hosts).map(({ page }) => page), ...(login === undefined ? [] : [login])];
    const cookies = pages.flatMap((page) =>
      headersOf(page, 'set-cookie').map((cookie) => ({ page, cookie, name: cookie.split('=')[0] ?? '' })),
    );
    const sessions = cookies.filter(({ name }) => SESSION.test(name) && !MEANT.test(name));
    if (sessions.length === 0) return 'not-applicable';
    const open = sessions.flatMap((one) => {
      const what = faultOf(one);
      return what === null ? [] : [{ ...one, what }];
    });
    const names = new Map(open.map((one) => [one.name, one]));
    return [...names.values()].map(({ page, cookie, name, what }) => ({
      key: name,
      title: what,
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
