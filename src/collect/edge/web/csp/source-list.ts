/** The value of a directive, taken apart (CSP3 2.3.1). */
export interface SourceList {
  /** As it was written. */
  text: string;
  /** In lower case, with their quotes. */
  keywords: ReadonlySet<string>;
  nonces: ReadonlySet<string>;
  /** `sha256-…`, in the standard form of base64. */
  hashes: ReadonlySet<string>;
  places: readonly Place[];
}

/** What an address must be; an empty one is any. */
interface Place {
  scheme?: string;
  host?: string;
  port?: string;
  path?: string;
}

/** Directives of a policy as browsers read them: what holds other than ASCII is left out whole (CSP3 2.2.1). */
export const directivesIn = (policy: string): { name: string; sources: string[] }[] =>
  policy.split(';').flatMap((part) => {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    return name === '' || !ASCII.test(part) ? [] : [{ name: name.toLowerCase(), sources }];
  });

const ASCII = /^[\0-\x7f]*$/;
const MOST_SOURCES = 300;
const NONCE = /^'nonce-(.+)'$/i;
const HASH = /^'(sha(?:256|384|512))-(.+)'$/i;
const SCHEME = /^([a-z][a-z\d+.-]*):$/i;
const HOST =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)(?::(\d{1,5}|\*))?(\/[^?#]*)?(?:[?#].*)?$/i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443' };

export const parseSources = (sources: readonly string[]): SourceList => {
  const kept = sources.slice(0, MOST_SOURCES);
  return {
    text: kept.join(' '),
    keywords: new Set(kept.filter((source) => source.startsWith("'")).map((source) => source.toLowerCase())),
    nonces: new Set(kept.flatMap((source) => NONCE.exec(source)?.[1] ?? [])),
    hashes: new Set(
      kept.flatMap((source) => {
        const [, algorithm = '', digest] = HASH.exec(source) ?? [];
        // A policy may write base64 as addresses do.
        return digest === undefined
          ? []
          : [`${algorithm.toLowerCase()}-${digest.replaceAll('-', '+').replaceAll('_', '/')}`];
      }),
    ),
    places: kept.flatMap(placeOf),
  };
};

/** Whether a browser reads it; what it does not read it leaves out. */
export const isSource = (source: string): boolean => source.startsWith("'") || placeOf(source).length > 0;

const placeOf = (source: string): Place[] => {
  if (source === '*') return [{}];
  const [, alone] = SCHEME.exec(source) ?? [];
  if (alone !== undefined) return [{ scheme: `${alone.toLowerCase()}:` }];
  const [, scheme, host, port, path] = source.startsWith("'") ? [] : (HOST.exec(source) ?? []);
  const dialled = `https://${host?.replace('*', 'x')}${port === undefined || port === '*' ? '' : `:${port}`}`;
  if (host === undefined || !URL.canParse(dialled)) return [];
  return [
    {
      host: host.toLowerCase(),
      ...(scheme === undefined ? {} : { scheme: `${scheme.toLowerCase()}:` }),
      ...(port === undefined ? {} : { port }),
      ...(path === undefined ? {} : { path: decodedPath(path) }),
    },
  ];
};

/** Whether an address is let in (CSP3 6.7.2.7 to 6.7.2.12). Where it redirects to is not known here. */
export const allowsUrl = ({ keywords, places }: SourceList, url: URL, page: URL): boolean =>
  (keywords.has("'self'") && isSelf(url, page)) || places.some((place) => isAt(place, url, page));

const isAt = ({ scheme, host, port, path }: Place, url: URL, page: URL): boolean => {
  if (host === undefined)
    return scheme === undefined
      ? /^(?:https?|wss?):$/.test(url.protocol) || url.protocol === page.protocol
      : schemeMatches(scheme, url.protocol);
  return (
    url.hostname !== '' &&
    schemeMatches(scheme ?? page.protocol, url.protocol) &&
    hostMatches(host, url.hostname) &&
    portMatches(port, url) &&
    pathMatches(path, url.pathname)
  );
};

/** The same origin, or its better half: https where the page came by http. */
const isSelf = (url: URL, page: URL): boolean => {
  if (url.origin !== 'null' && url.origin === page.origin) return true;
  const isSamePort = portOf(url) === portOf(page) || [url, page].every((one) => one.port === '');
  return url.hostname === page.hostname && isSamePort && /^(?:https|wss?):$/.test(url.protocol);
};

const BETTER: Readonly<Record<string, readonly string[]>> = {
  'http:': ['https:'],
  'ws:': ['wss:', 'http:', 'https:'],
  'wss:': ['https:'],
};
const schemeMatches = (allowed: string, scheme: string): boolean =>
  allowed === scheme || BETTER[allowed]?.includes(scheme) === true;

const hostMatches = (pattern: string, host: string): boolean =>
  pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern);

const portOf = (url: URL): string => (url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? '') : url.port);

/** A page that moved to TLS keeps what it wrote for port 80. */
const portMatches = (allowed: string | undefined, url: URL): boolean =>
  allowed === '*' ||
  portOf(url) === (allowed ?? DEFAULT_PORTS[url.protocol]) ||
  (allowed === '80' && portOf(url) === '443');

const pathMatches = (allowed: string | undefined, path: string): boolean => {
  if (allowed === undefined || allowed === '/') return true;
  const wanted = decodedPath(path);
  return allowed.endsWith('/') ? wanted.startsWith(allowed) : wanted === allowed;
};

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
