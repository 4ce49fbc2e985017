import { headersOf, moves, PRIVATE, quoted, type SnippetFile, type SnippetInput } from './snippet.ts';

/** Caddy speaks HTTPS and redirects to it by itself; a rate limit needs a module of its own. */
export const caddyFiles = ({ intent, trusted }: SnippetInput): SnippetFile[] => {
  const { canonical, domain, privatePaths } = intent;
  const lines = [
    ...(trusted.length === 0
      ? []
      : [
          '{',
          '\tservers {',
          '\t\t# The visitor’s address is taken from Cloudflare’s own servers alone.',
          `\t\ttrusted_proxies static ${trusted.join(' ')}`,
          '\t\tclient_ip_headers CF-Connecting-IP',
          '\t}',
          '}',
          '',
        ]),
    '(launch_ready) {',
    // A question mark leaves alone what the app sends itself.
    ...headersOf(intent).map(([name, value]) => `\theader ?${name} ${quoted(value)}`),
    `\t@private path ${privatePaths.map((path) => `${path}*`).join(' ')}`,
    `\theader @private Cache-Control ${quoted(PRIVATE)}`,
    '}',
    '',
    `${canonical ?? domain} {`,
    '\timport launch_ready',
    '\treverse_proxy localhost:3000',
    '}',
    ...moves(intent).flatMap(({ from, to }) => ['', `${from} {`, `\tredir https://${to}{uri} permanent`, '}']),
  ];
  return [{ path: 'Caddyfile', content: `${lines.join('\n')}\n` }];
};
