import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { headersOf, htmlPages } from '../web-words.ts';

/** What runs or frames: browsers block it, so the page is broken. Pictures they only lift to HTTPS, or show with a warning. */
const ACTIVE = new Set(['script', 'link', 'iframe', 'embed', 'object', 'form', 'font', 'fetch']);

export default defineCheck({
  id: 'edge/mixed-content',
  stage: 'edge',
  bar: ['M3'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Pages load everything over HTTPS', fail: 'Pages load parts over plain HTTP' },
  why: 'Browsers block scripts and styles that come over HTTP, so the page does not work; pictures can be exchanged on the way.',
  references: ['W3C Mixed Content', 'ASVS 5.0 12.2.1', 'CWE-311'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = [...htmlPages(hosts).map(({ page }) => page), ...(login === undefined ? [] : [login])].filter(
      ({ url }) => url.startsWith('https:'),
    );
    if (pages.length === 0) return 'not-applicable';
    return pages.flatMap((page) => {
      const isLifted = headersOf(page, 'content-security-policy').some((value) =>
        /upgrade-insecure-requests/i.test(value),
      );
      // Lifted to HTTPS by the browser; where forms lead is not.
      const mixed = page.mixed.filter(({ tag }) => !isLifted || tag === 'form');
      const [first] = mixed;
      if (first === undefined) return [];
      const isActive = mixed.some(({ tag }) => ACTIVE.has(tag));
      return [
        {
          key: new URL(page.url).pathname,
          severity: isActive ? ('high' as const) : ('low' as const),
          where: { host: new URL(page.url).hostname, url: page.url },
          proof: {
            kind: 'exchange' as const,
            text: mixed
              .slice(0, 6)
              .map(({ tag, url }) => `${tag === 'font' || tag === 'fetch' ? tag : `<${tag}>`} ${printable(url)}`)
              .join('\n'),
          },
        },
      ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Write https:// (or the path alone) where the page says http://; texts in the database too.',
      'As a net below: Content-Security-Policy: upgrade-insecure-requests, or Automatic HTTPS Rewrites at Cloudflare.',
    ],
    verify: `curl -s ${where.url} | grep -oE '(src|href|action)="http://[^"]*'`,
  }),
});
