import { keysIn, type FoundKey } from './keys-in-code.ts';

export interface Text {
  url: string;
  text: string;
  /** Id of the exchange that brought it. */
  exchange: string;
}

export interface FoundSecret {
  name: string;
  demo: boolean;
  /** `https://x.supabase.co`, when it is known. */
  origin?: string;
  /** Which script holds it. */
  url: string;
  exchange: string;
}

export interface FoundProjects {
  /** Origin → public key. */
  projects: Map<string, string>;
  /** Origin → the app's origin whose code names it. */
  namedBy: Map<string, string>;
  secrets: FoundSecret[];
}

const HOSTED = /https:\/\/([a-z0-9]{20})\.supabase\.(?:co|in|red|net)\b/g;
/** The quotes have a backslash before them where code stands in a string, as in the pages of Next.js. */
const ORIGIN = /["'`](https?:\/\/[\w.-]{1,120}(?::\d{2,5})?)\/?\\?["'`]/g;
/** An address further away from the key belongs to something else. */
const NEAR = 2_000;

/** The projects that a page's code talks to with a public key, and the secret keys that stand there. */
export const projectsIn = (texts: readonly Text[], allowed: readonly string[]): FoundProjects => {
  const projects = new Map<string, string>();
  const namedBy = new Map<string, string>();
  const secrets: FoundSecret[] = [];
  const hosted = new Map<string, string>();
  for (const { text } of texts)
    for (const [origin, ref = ''] of text.matchAll(HOSTED)) if (hosted.size < 20) hosted.set(ref, origin);
  for (const { text, url, exchange } of texts) {
    for (const key of keysIn(text)) {
      const origin = originOf(
        key,
        text,
        hosted,
        allowed.filter((one) => one !== new URL(url).origin),
      );
      if (key.kind === 'public') {
        if (origin === undefined || projects.has(origin)) continue;
        projects.set(origin, key.value);
        namedBy.set(origin, new URL(url).origin);
        continue;
      }
      secrets.push({ name: key.name, demo: key.demo, ...(origin === undefined ? {} : { origin }), url, exchange });
    }
  }
  return { projects, namedBy, secrets };
};

const originOf = (
  key: FoundKey,
  text: string,
  hosted: ReadonlyMap<string, string>,
  allowed: readonly string[],
): string | undefined => {
  const own = key.project === undefined ? undefined : hosted.get(key.project);
  if (own !== undefined) return own;
  if (key.project !== undefined && hosted.size > 0) return undefined;
  const near = nearest(
    key.at,
    text,
    (origin) => /\.supabase\.(?:co|in|red|net)$/.test(origin) || allowed.includes(origin),
  );
  if (near !== undefined) return near;
  // A domain of one's own, or a machine of one's own: the address stands beside the key.
  const beside = nearest(key.at, text, () => true, 300);
  if (beside !== undefined) return beside;
  return hosted.size === 1 ? [...hosted.values()][0] : undefined;
};

const nearest = (at: number, text: string, fits: (origin: string) => boolean, within = NEAR): string | undefined => {
  const from = Math.max(0, at - within);
  const around = text.slice(from, at + within * 2);
  return [...around.matchAll(ORIGIN)]
    .map(({ 1: address = '', index }) => ({ origin: originIn(address), away: Math.abs(from + index - at) }))
    .filter((one): one is { origin: string; away: number } => one.origin !== null && one.away <= within)
    .filter(({ origin }) => fits(origin))
    .toSorted((a, b) => a.away - b.away)[0]?.origin;
};

const originIn = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);
