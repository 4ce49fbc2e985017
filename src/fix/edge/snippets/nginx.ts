import { headersOf, moves, PRIVATE, quoted, type SnippetFile, type SnippetInput } from './snippet.ts';

/** For a regular expression in nginx, in quotes. */
const escaped = (path: string): string => path.replaceAll(/[\\^$.*+?()[\]{}|"]/g, String.raw`\$&`);

/** Maps and a limit for `http {}`, the rest for the `server {}` that answers on 443. */
export const nginxFiles = ({ intent, trusted }: SnippetInput): SnippetFile[] => {
  const http = [
    '# In http {}; files in conf.d are read there.',
    'map $uri $launch_ready_cache {',
    '    default "";',
    ...intent.privatePaths.map((path) => `    "~^${escaped(path)}" ${quoted(PRIVATE)};`),
    '}',
    '# Who tries passwords: an address counts on these paths alone.',
    'map $uri $launch_ready_login {',
    '    default "";',
    ...intent.loginPaths.map((path) => `    ${quoted(path)} $binary_remote_addr;`),
    '}',
    'limit_req_zone $launch_ready_login zone=launch_ready_login:10m rate=20r/m;',
  ];
  const server = [
    '# In the server {} that answers on 443, above its locations: include snippets/launch-ready.conf;',
    '# A location with an add_header of its own needs the include again.',
    ...moves(intent).map(({ from, to }) => `if ($host = ${from}) { return 301 https://${to}$request_uri; }`),
    ...headersOf(intent).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`),
    'add_header Cache-Control $launch_ready_cache always;',
    'limit_req zone=launch_ready_login burst=10 nodelay;',
    'limit_req_status 429;',
  ];
  const real = [
    '# The visitor’s address is taken from Cloudflare’s own servers alone; anybody else could write the header.',
    ...trusted.map((range) => `set_real_ip_from ${range};`),
    'real_ip_header CF-Connecting-IP;',
  ];
  return [
    { path: '/etc/nginx/conf.d/launch-ready.conf', content: `${http.join('\n')}\n` },
    { path: '/etc/nginx/snippets/launch-ready.conf', content: `${server.join('\n')}\n` },
    ...(trusted.length === 0
      ? []
      : [{ path: '/etc/nginx/conf.d/launch-ready-real-ip.conf', content: `${real.join('\n')}\n` }]),
  ];
};
