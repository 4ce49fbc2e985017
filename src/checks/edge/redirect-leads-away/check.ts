import { defineCheck } from '../../../model/check.ts';
import { plural, printable, shellWord } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/redirect-leads-away',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'No path leads to a foreign host',
    fail: 'A link to your site leads to any host that stands in it',
  },
  why: 'A link that begins with your name ends at a copy of your login page, and a login by way of another service may hand over its code there.',
  references: ['WHATWG URL 4.4', 'ASVS 5.0 1.2.2', 'CWE-601'],
  needs: ['edge.trust'],
  evaluate: ({ 'edge.trust': { hosts } }) => {
    const asked = hosts.filter(({ answered }) => answered.away > 0);
    if (asked.length === 0) return 'not-applicable';
    const open = asked.filter(({ away }) => away.length > 0);
    const [first] = open;
    if (first === undefined) return [];
    const more = open.length === 1 ? '' : ` or ${plural(open.length - 1, 'more host')}`;
    return [
      {
        key: 'away',
        title: `A link to ${printable(first.host)}${more} leads to any host that stands in it`,
        where: { host: first.host, url: first.away[0]?.url ?? '' },
        proof: {
          kind: 'exchange',
          text: open
            .flatMap(({ away }) => away)
            .slice(0, 6)
            .map(
              ({ url, status, location }) => `GET ${printable(url)}\n→ ${status}\n  location: ${printable(location)}`,
            )
            .join('\n'),
        },
      },
    ];
  },
  fix: ({ where }) => ({
    steps: [
      'Where a redirect puts a slash on or takes one off, make one slash of several at the beginning first, and refuse \\ and %5C.',
      'Or write the whole address, https and host, into the redirect.',
    ],
    snippet: { path: 'nginx', language: 'nginx', content: 'merge_slashes on;' },
    verify: `curl -sI ${shellWord(where.url ?? '')} | grep -i location`,
  }),
});
