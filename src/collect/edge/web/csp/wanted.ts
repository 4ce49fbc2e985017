import type { WebBlocked } from '../../../../model/evidence/edge/web.ts';
import { runs } from '../loads.ts';
import { handlersOf, type Tag } from '../markup.ts';

/** One thing that a browser would load or run for an element. */
export interface Wanted {
  kind: WebBlocked['kind'];
  /** Directives that may speak of it, the nearest first (CSP3 6.8.3). */
  chain: readonly string[];
  /** Absent for what stands in the page itself. */
  url?: URL;
  nonce: string;
  integrity: string;
  /** What stands in the page. */
  content: string;
}

const SCRIPT = ['script-src-elem', 'script-src', 'default-src'];
const STYLE = ['style-src-elem', 'style-src', 'default-src'];
const BY_TAG: Partial<Record<string, readonly [kind: Wanted['kind'], attribute: string, chain: readonly string[]]>> = {
  img: ['img', 'src', ['img-src', 'default-src']],
  video: ['media', 'src', ['media-src', 'default-src']],
  audio: ['media', 'src', ['media-src', 'default-src']],
  iframe: ['frame', 'src', ['frame-src', 'child-src', 'default-src']],
  embed: ['object', 'src', ['object-src', 'default-src']],
  object: ['object', 'data', ['object-src', 'default-src']],
  form: ['form', 'action', ['form-action']],
};

/** Where relative addresses of a page begin. */
export const baseOf = (tags: readonly Tag[], page: URL): URL => {
  const href = tags.find(({ tag, attributes }) => tag === 'base' && attributes.has('href'))?.attributes.get('href');
  return href !== undefined && URL.canParse(href, page.href) ? new URL(href, page) : page;
};

/** What policies speak of in an element: what it loads, and the code and style in its attributes. */
export const wantedBy = (tag: Tag, base: URL): Wanted[] => [
  ...elementOf(tag, base),
  ...handlersOf(tag.attributes).map((name) =>
    inAttribute('handler', ['script-src-attr', 'script-src', 'default-src'], tag, name),
  ),
  ...(tag.attributes.has('style')
    ? [inAttribute('styled', ['style-src-attr', 'style-src', 'default-src'], tag, 'style')]
    : []),
];

const inAttribute = (kind: Wanted['kind'], chain: readonly string[], { attributes }: Tag, name: string): Wanted => ({
  kind,
  chain,
  nonce: '',
  integrity: '',
  content: attributes.get(name) ?? '',
});

const elementOf = ({ tag, attributes, content = '' }: Tag, base: URL): Wanted[] => {
  const get = (name: string): string => attributes.get(name)?.trim() ?? '';
  const of = { nonce: get('nonce'), integrity: get('integrity'), content };
  const loaded = (kind: Wanted['kind'], chain: readonly string[], value: string): Wanted[] => {
    if (value === '' || !URL.canParse(value, base.href)) return [];
    const url = new URL(value, base);
    return /^(?:https?|data|blob):$/.test(url.protocol) ? [{ kind, chain, url, ...of }] : [];
  };
  const written = (kind: Wanted['kind'], chain: readonly string[]): Wanted[] =>
    content.trim() === '' ? [] : [{ kind, chain, ...of }];
  if (tag === 'script') {
    // Browsers of today leave out what is for those without modules.
    if (!runs(attributes) || attributes.has('nomodule') || /^speculationrules$/i.test(get('type'))) return [];
    return attributes.has('src') ? loaded('script', SCRIPT, get('src')) : written('script', SCRIPT);
  }
  if (tag === 'style') return written('style', STYLE);
  if (tag === 'link') {
    const rel = get('rel').toLowerCase().split(/\s+/);
    if (rel.includes('modulepreload')) return loaded('script', SCRIPT, get('href'));
    return rel.includes('stylesheet') && !rel.includes('alternate') ? loaded('style', STYLE, get('href')) : [];
  }
  // A browser chooses among the candidates, or takes what stands in the attribute.
  if (attributes.has('srcset') || attributes.has('srcdoc')) return [];
  const [kind, attribute, chain] = BY_TAG[tag] ?? [];
  if (kind === undefined || attribute === undefined || chain === undefined) return [];
  return loaded(kind, chain, get(attribute));
};
