import type { WebAsset } from '../../../../model/evidence/edge/web.ts';
import { baseOf, wantedBy } from '../csp/wanted.ts';
import type { Tag } from '../markup.ts';
import { digestsIn } from './integrity.ts';

const MOST_ASSETS = 60;
const LONGEST = 500;

/** Scripts and styles that a page's markup loads over HTTP, each once. */
export const assetsOf = (tags: readonly Tag[], page: string): WebAsset[] => {
  const at = new URL(page);
  const base = baseOf(tags, at);
  const found = tags.flatMap((tag) =>
    wantedBy(tag, base).flatMap(({ kind, url, integrity }): WebAsset[] => {
      const isAsset = (kind === 'script' || kind === 'style') && url !== undefined && /^https?:$/.test(url.protocol);
      if (!isAsset || url.href.length > LONGEST) return [];
      const cors = tag.attributes.has('crossorigin') || isModule(tag);
      const digests = digestsIn(integrity);
      const isUnasked = digests !== '' && url.origin !== at.origin && !cors;
      return [
        {
          kind,
          url: url.href,
          integrity: digests,
          cors,
          ...(isUnasked ? { broken: { how: 'unasked' as const, said: 'integrity without crossorigin' } } : {}),
        },
      ];
    }),
  );
  return [...new Map(found.map((asset) => [asset.url, asset])).values()].slice(0, MOST_ASSETS);
};

/** Modules are always asked for in the name of the page's origin (HTML 8.1.4.2). */
const isModule = ({ tag, attributes }: Tag): boolean =>
  tag === 'script'
    ? attributes.get('type')?.trim().toLowerCase() === 'module'
    : /\bmodulepreload\b/i.test(attributes.get('rel') ?? '');
