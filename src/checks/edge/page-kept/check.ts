import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { headerOf, headersOf, htmlPages } from '../web-words.ts';

const DAY = 86_400;
/** Cookies that the edge itself adds to each answer, kept or not. */
const OF_THE_EDGE = /^(?:__cf|_cfuvid|cf_|AWSALB|incap_ses|visid_incap|ak_bmsc|bm_s|_abck|datadome|__vercel)/i;
/** What a visitor chose, no session. */
const PREFERENCE = /^[\w.-]*?(?:locale|lang|language|currency|country|consent|theme)[\w.-]*=/i;

const secondsOf = (value: string): number =>
  Math.max(0, ...[...value.matchAll(/\bmax-age\s*=\s*"?(\d{1,12})/gi)].map(([, age]) => Number(age)));

export default defineCheck({
  id: 'edge/page-kept',
  stage: 'edge',
  bar: ['M13'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Caches keep neither pages for long nor cookies at all',
    fail: 'Caches keep what changes or belongs to one visitor',
  },
  why: 'A cookie that a shared cache hands out makes one customer’s session that of all; a page that browsers keep for weeks cannot be mended.',
  references: ['RFC 9111 5.2.2', 'RFC 9111 7.3', 'CWE-524', 'CWE-525'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = [...htmlPages(hosts).map(({ page }) => page), ...(login === undefined ? [] : [login])];
    if (pages.length === 0) return 'not-applicable';
    return pages.flatMap((page) => {
      const control = headersOf(page, 'cache-control').join(', ');
      const hit = /\bhit\b/i.test(
        `${headerOf(page, 'cf-cache-status')} ${headerOf(page, 'x-cache')} ${headerOf(page, 'x-vercel-cache')}`,
      );
      const isShared = !/no-store|private/i.test(control) && (/s-maxage|public/i.test(control) || hit);
      const cookies = headersOf(page, 'set-cookie').filter((one) => !OF_THE_EDGE.test(one));
      const cookie = cookies.find((one) => !PREFERENCE.test(one)) ?? cookies[0];
      const at = { host: new URL(page.url).hostname, url: page.url };
      if (isShared && cookie !== undefined)
        return [
          {
            key: `cookie ${new URL(page.url).pathname}`,
            title: `A shared cache may hand out the cookie of ${printable(page.url)}`,
            ...(PREFERENCE.test(cookie) ? { severity: 'medium' as const } : {}),
            where: at,
            proof: {
              kind: 'exchange' as const,
              text: `GET ${printable(page.url)}\nCache-Control: ${printable(control)}\nSet-Cookie: ${printable(cookie.replace(/=[^;]*/, '=…'))}`,
            },
          },
        ];
      return secondsOf(control) > DAY || /immutable/i.test(control)
        ? [
            {
              key: `kept ${new URL(page.url).pathname}`,
              title: `Browsers keep ${printable(page.url)} for ${Math.round(secondsOf(control) / DAY)} days`,
              severity: 'medium' as const,
              where: at,
              proof: {
                kind: 'exchange' as const,
                text: `GET ${printable(page.url)}\nCache-Control: ${printable(control)}`,
              },
            },
          ]
        : [];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Pages: Cache-Control: no-cache; with a session: private, no-store. Only files with a hash in their name may be immutable.',
      'Set cookies where somebody signs in, not on pages that everybody sees.',
    ],
    verify: `curl -sI ${where.url} | grep -iE 'cache-control|set-cookie|cf-cache-status'`,
  }),
});
