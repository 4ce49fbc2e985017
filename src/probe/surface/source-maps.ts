import { attribute } from '../actors/forms.ts';

const SCRIPT = /<(?:script|link)\b[^>]{0,2000}>/gi;
const MOST_SCRIPTS = 6;

/** Scripts of a page that may be asked for, absolute. */
export const scriptsOf = (page: string, url: string, origins: readonly string[]): string[] => {
  const found = [...page.slice(0, 500_000).matchAll(SCRIPT)].slice(0, 200).flatMap(([tag]) => {
    const at =
      attribute(tag, 'src') ?? (/modulepreload|as=["']?script/i.test(tag) ? attribute(tag, 'href') : undefined);
    return at !== undefined && URL.canParse(at, url) ? [new URL(at, url)] : [];
  });
  return [
    ...new Set(
      found
        .filter(({ origin, pathname }) => origins.includes(origin) && /\.m?js$/.test(pathname))
        .map(({ href }) => href),
    ),
  ].slice(0, MOST_SCRIPTS);
};

/** Where a script says that its map is; null when the map is in the script itself. */
export const mapOf = (script: string, header: string | undefined, url: string): string | null => {
  const said =
    header ??
    [...script.slice(-5_000).matchAll(/^\/[/*][#@]\s*sourceMappingURL=([^\s*]{1,2000})/gm)].at(-1)?.[1] ??
    `${new URL(url).pathname}.map`;
  if (said.startsWith('data:') || !URL.canParse(said, url)) return null;
  return new URL(said, url).href;
};

/** How many sources a map holds; null when it is no source map. */
export const sourcesIn = (json: unknown, start: string): number | null => {
  const { mappings, sources } = (typeof json === 'object' && json !== null ? json : {}) as {
    mappings?: unknown;
    sources?: unknown;
  };
  if (mappings !== undefined && Array.isArray(sources)) return sources.length;
  // A long map was cut, and is no JSON any more.
  return /^\s*\{/.test(start) && /"version"\s*:\s*3\b/.test(start) && /"(?:sources|mappings|sections)"\s*:/.test(start)
    ? 1
    : null;
};
