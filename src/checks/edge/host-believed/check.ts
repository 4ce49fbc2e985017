import { defineCheck } from '../../../model/check.ts';
import { plural, printable, shellWord } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/host-believed',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'The app knows its own address',
    fail: 'The app takes its own address from a header that anybody can write',
  },
  why: 'Links in mails, such as those for a new password, lead to the stranger’s host, and a cache may hand such a page to everybody.',
  references: ['OWASP WSTG-INPV-17', 'RFC 9110 7.2', 'ASVS 5.0 13.2.4', 'CWE-644'],
  needs: ['edge.trust'],
  evaluate: ({ 'edge.trust': { hosts } }) => {
    const asked = hosts.filter(({ answered }) => answered.forwarded > 0);
    if (asked.length === 0) return 'not-applicable';
    const open = asked.filter(({ forwarded }) => forwarded.length > 0);
    const [first] = open;
    const [shown] = first?.forwarded ?? [];
    if (first === undefined || shown === undefined) return [];
    const more = open.length === 1 ? '' : ` and ${plural(open.length - 1, 'more host')}`;
    const name = shown.header.split(':')[0] ?? '';
    return [
      {
        key: 'header',
        title: `${printable(name)} decides where links of ${printable(first.host)}${more} lead`,
        where: { host: first.host, url: shown.url },
        proof: {
          kind: 'exchange',
          text: open
            .flatMap(({ forwarded }) => forwarded)
            .slice(0, 6)
            .map(
              ({ url, header, status, where }) =>
                `GET ${printable(url)}\n${printable(header)}\n→ ${status}\n  ${printable(where)}`,
            )
            .join('\n'),
        },
        data: shown.header,
      },
    ];
  },
  fix: ({ where, data }) => ({
    steps: [
      'Give the app its address in a setting (APP_URL, AUTH_URL, PUBLIC_URL, SITE_URL), and make every link and redirect from it.',
      'At the edge, overwrite the header or take it off before the request goes on to the app; trust proxies by address alone.',
    ],
    snippet: { path: 'nginx', language: 'nginx', content: 'proxy_set_header X-Forwarded-Host $host;' },
    verify: `curl -si -H ${shellWord(String(data))} ${shellWord(where.url ?? '')} | grep ${shellWord(String(data).split(/[ =]/).at(-1) ?? '')}`,
  }),
});
