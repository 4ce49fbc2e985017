/** How an address at a public CDN of packages is bound to one release. `exact`: its bytes stay the same. `moving`: they change with the next release, without anybody's doing. */
export type Pinned = 'exact' | 'moving';

const VERSION = /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;
const COMMIT = /^[\da-f]{7,40}$/i;

/** From a path's `name@version` or `@scope/name@version` on. */
const byPackage = (path: string): Pinned | null => {
  const [, version] = /^(?:@[\w.-]+\/)?[\w.-]+(?:@([^/]+))?(?:\/|$)/.exec(path) ?? [];
  if (path === '') return null;
  return version !== undefined && VERSION.test(version) ? 'exact' : 'moving';
};

const byRepository = (path: string): Pinned | null => {
  const [, tag] = /^[\w.-]+\/[\w.-]+(?:@([^/]+))?\//.exec(path) ?? [];
  return tag !== undefined && (VERSION.test(tag) || COMMIT.test(tag)) ? 'exact' : 'moving';
};

const byFolder = (path: string): Pinned | null => {
  const [, version] = /^[\w.-]+\/([^/]+)\//.exec(path) ?? [];
  return version === undefined ? null : VERSION.test(version) ? 'exact' : 'moving';
};

/** Hosts that serve packages of others, by the path in front of the package. */
const CDNS: readonly (readonly [host: string, prefix: RegExp, read: (path: string) => Pinned | null])[] = [
  ['cdn.jsdelivr.net', /^\/npm\//, byPackage],
  ['cdn.jsdelivr.net', /^\/gh\//, byRepository],
  ['fastly.jsdelivr.net', /^\/npm\//, byPackage],
  ['fastly.jsdelivr.net', /^\/gh\//, byRepository],
  ['unpkg.com', /^\//, byPackage],
  ['esm.sh', /^\/(?:v\d+\/|stable\/)?/, byPackage],
  ['esm.run', /^\//, byPackage],
  ['cdn.skypack.dev', /^\//, byPackage],
  ['ga.jspm.io', /^\/npm:/, byPackage],
  ['cdnjs.cloudflare.com', /^\/ajax\/libs\//, byFolder],
  ['ajax.googleapis.com', /^\/ajax\/libs\//, byFolder],
];

/** Null for what is no package of such a host: services change their scripts by design. */
export const pinnedBy = (url: URL): Pinned | null => {
  if (url.hostname === 'cdn.tailwindcss.com')
    return VERSION.test(url.pathname.split('/')[1] ?? '') ? 'exact' : 'moving';
  if (url.hostname === 'code.jquery.com') return /-\d+\.\d+\.\d+[.-]/.test(url.pathname) ? 'exact' : null;
  for (const [host, prefix, read] of CDNS) {
    const match = url.hostname === host ? prefix.exec(url.pathname) : null;
    if (match !== null) return read(url.pathname.slice(match[0].length));
  }
  return null;
};

/** Sold to somebody who handed out malicious code from them (June 2024), and domains of the same owner. */
const TAKEN = [
  'polyfill.io',
  'bootcdn.net',
  'bootcss.com',
  'staticfile.net',
  'staticfile.org',
  'unionadjs.com',
  'xhsbpza.com',
  'macoms.la',
  'newcrbpc.com',
];

export const isTaken = (host: string): boolean => TAKEN.some((one) => host === one || host.endsWith(`.${one}`));
