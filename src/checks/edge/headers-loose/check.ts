import { defineCheck } from '../../../model/check.ts';
import type { WebPage } from '../../../model/evidence/edge/web.ts';
import { printable } from '../../secrets/leak/text.ts';
import { headerOf, headersOf, htmlPages } from '../web-words.ts';

const looseIn = (page: WebPage): string[] => {
  const server = headerOf(page, 'server') ?? '';
  const powered = headerOf(page, 'x-powered-by');
  const referrer = headersOf(page, 'referrer-policy').at(-1) ?? '';
  return [
    ...(headersOf(page, 'x-content-type-options').some((value) => /nosniff/i.test(value))
      ? []
      : ['no X-Content-Type-Options: nosniff']),
    ...(/unsafe-url|no-referrer-when-downgrade/i.test(referrer)
      ? [`Referrer-Policy: ${referrer} tells other sites whole addresses`]
      : []),
    ...(powered === undefined ? [] : [`X-Powered-By: ${powered}`]),
    ...(/\/\d+\.\d/.test(server) ? [`Server: ${server}`] : []),
  ];
};

export default defineCheck({
  id: 'edge/headers-loose',
  stage: 'edge',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'Small headers are in order', fail: 'Small headers are not in order' },
  why: 'None of it breaks a shop; each makes another slip easier to use.',
  references: ['ASVS 5.0 3.4.4', 'ASVS 5.0 3.4.5', 'CWE-200'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const pages = htmlPages(hosts);
    if (pages.length === 0) return 'not-applicable';
    const loose = pages
      .map(({ host, page }) => ({ host, page, found: looseIn(page) }))
      .filter(({ found }) => found.length > 0);
    const [first] = loose;
    if (first === undefined) return [];
    return [
      {
        key: 'headers',
        where: { host: first.host.host, url: first.page.url },
        proof: {
          kind: 'exchange',
          text: loose
            .slice(0, 6)
            .map(({ page, found }) => `${printable(page.url)}: ${found.map(printable).join('; ')}`)
            .join('\n'),
        },
      },
    ];
  },
  fix: ({ where }) => ({
    steps: [
      'Send X-Content-Type-Options: nosniff and Referrer-Policy: strict-origin-when-cross-origin, and take X-Powered-By and the version in Server away (helmet in Express, poweredByHeader: false in Next.js, server_tokens off in nginx).',
    ],
    verify: `curl -sI https://${where.host}/`,
  }),
});
