import { defineCheck } from '../../../model/check.ts';
import type { CachedAnswer, CacheFacts } from '../../../model/evidence/edge/caching.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const line = ({ status, cacheControl, cache }: CacheFacts): string =>
  `${status} Cache-Control: ${printable(cacheControl === '' ? '(none)' : cacheControl)}${cache === '' ? '' : `; ${printable(cache)}`}`;

const faultOf = ({ kind, first, second }: CachedAnswer): string | null => {
  if (kind === 'suffix')
    // A page where a style should be, kept for its ending: whoever is lured there while signed in leaves the account in the cache.
    return second.hit && second.status === 200 && /html|json/i.test(second.type)
      ? 'a shared cache keeps it for its ending'
      : null;
  if (second.hit) return 'a shared cache hands it out';
  return first.storable ? 'a shared cache may keep it' : null;
};

/** The name that was made up for the run is left out. */
const pathOf = ({ url }: CachedAnswer): string => new URL(url).pathname.replace(/lr[\da-f]{6}/, '*');

export default defineCheck({
  id: 'edge/private-cached',
  stage: 'edge',
  bar: ['M13'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Shared caches keep nothing that is for one user', fail: 'Shared caches keep what is for one user' },
  why: 'The first customer who opens the page leaves it for the next one: name, address and orders included.',
  references: ['RFC 9111 3.5', 'RFC 9111 5.2.2.7', 'CWE-524', 'OWASP WSTG-ATHN-06'],
  needs: ['edge.caching'],
  evaluate: ({ 'edge.caching': { answers } }) => {
    const asked = answers.filter(({ kind }) => kind !== 'nowhere');
    const shells = new Set(
      answers.flatMap(({ kind, first }) => (kind === 'nowhere' && first.status === 200 ? [first.digest] : [])),
    );
    const heard = asked.filter(({ first }) => first.status > 0);
    if (asked.length === 0)
      return {
        unproven: 'No path is known whose answers are for one user',
        unlock:
          'Name some under edge.private in launch-ready.config: /account, /api/me. With --code they are found in the code.',
      };
    if (heard.length === 0)
      return {
        unproven: `${asked[0]?.url ?? ''} gave no answer`,
        unlock: 'Look whether the site answers, and run it again.',
      };
    const kept = heard.flatMap((answer) => {
      // The same page as at a path that nobody knows: the shell of an app that fetches what is for one user later.
      const what = shells.has(answer.first.digest) ? null : faultOf(answer);
      return what === null ? [] : [{ answer, what, path: pathOf(answer) }];
    });
    return [...Map.groupBy(kept, ({ what }) => what).entries()].map(([what, same]) => {
      const { answer, path } = same[0]!;
      const more = same.length === 1 ? '' : ` and ${plural(same.length - 1, 'more path')}`;
      return {
        key: what,
        title: `${printable(path)}${more}: ${what}`,
        where: { host: new URL(answer.url).hostname, url: answer.url },
        proof: {
          kind: 'exchange' as const,
          text: same
            .slice(0, 5)
            .map(
              ({ answer: { url, first, second } }) =>
                `GET ${printable(url)} → ${line(first)}\nthe same again → ${line(second)}`,
            )
            .join('\n'),
        },
      };
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Send Cache-Control: private, no-store with every answer that depends on who asks.',
      'Cloudflare: a cache rule “Bypass” for /account/*, /api/* and /admin/*, and Cache Deception Armor on.',
      'Answer 404 for what stands behind a page’s path and is none.',
    ],
    verify: `curl -sI ${where.url} | grep -iE 'cache-control|cf-cache-status|age'`,
  }),
});
