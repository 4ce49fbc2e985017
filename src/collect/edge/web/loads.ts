import { createHash } from 'node:crypto';
import type { LoadKind, PageLoads } from '../../../model/evidence/edge/web.ts';
import { handlersOf, type Tag } from './markup.ts';

const MOST_SOURCES = 60;
const MOST_INLINE = 40;
const LONGEST_INLINE = 200_000;

const RUNS = /^(?:|module|text\/(?:java|ecma)script|application\/(?:java|ecma)script|importmap|speculationrules)$/i;

const BY_TAG: Readonly<Record<string, readonly [kind: LoadKind, attribute: string]>> = {
  script: ['script', 'src'],
  img: ['img', 'src'],
  iframe: ['frame', 'src'],
  video: ['media', 'src'],
  audio: ['media', 'src'],
  source: ['media', 'src'],
  embed: ['object', 'src'],
  object: ['object', 'data'],
  form: ['form', 'action'],
};

const BY_REL: readonly (readonly [RegExp, LoadKind])[] = [
  [/\bstylesheet\b/i, 'style'],
  [/\bicon\b/i, 'img'],
  [/\bmanifest\b/i, 'manifest'],
  [/\bmodulepreload\b/i, 'script'],
];

const BY_AS: Readonly<Record<string, LoadKind>> = {
  script: 'script',
  style: 'style',
  image: 'img',
  font: 'font',
  fetch: 'connect',
};

/** What a page loads and runs, by the part of a policy that it falls under (CSP3 6). */
export const loadsOf = (tags: readonly Tag[], url: string): PageLoads => {
  const found: { kind: LoadKind; source: string }[] = tags.flatMap((tag) => loadedBy(tag, url));
  return {
    sources: distinct(found).slice(0, MOST_SOURCES),
    scripts: inlineIn(tags).slice(0, MOST_INLINE),
    handlers: tags.filter(({ attributes }) => handlersOf(attributes).length > 0).length,
    inlineStyles: tags.filter(({ tag, attributes }) => tag === 'style' || attributes.has('style')).length,
  };
};

const loadedBy = ({ tag, attributes }: Tag, url: string): { kind: LoadKind; source: string }[] => {
  const at = (kind: LoadKind, value: string | undefined): { kind: LoadKind; source: string }[] => {
    const source = value === undefined ? undefined : sourceOf(value, url);
    return source === undefined ? [] : [{ kind, source }];
  };
  if (tag === 'link') {
    const rel = attributes.get('rel') ?? '';
    const kind = /\bpreload\b/i.test(rel)
      ? BY_AS[(attributes.get('as') ?? '').toLowerCase()]
      : BY_REL.find(([pattern]) => pattern.test(rel))?.[1];
    return kind === undefined ? [] : at(kind, attributes.get('href'));
  }
  const [kind, attribute] = BY_TAG[tag] ?? [];
  if (kind === undefined || attribute === undefined) return [];
  const several = (attributes.get('srcset') ?? '').split(',').slice(0, 20);
  return [
    ...at(kind, attributes.get(attribute)),
    ...several.flatMap((one) => at('img', one.trim().split(/\s+/)[0] || undefined)),
  ];
};

/** As a policy writes it: `'self'`, `https://cdn.example`, `data:`. */
export const sourceOf = (value: string, page: string): string | undefined => {
  const trimmed = value.trim();
  if (trimmed === '' || !URL.canParse(trimmed, page)) return undefined;
  const target = new URL(trimmed, page);
  if (target.protocol === 'data:' || target.protocol === 'blob:') return target.protocol;
  if (!/^(?:https?|wss?):$/.test(target.protocol)) return undefined;
  if (target.host === new URL(page).host) return "'self'";
  // What is loaded in the clear is asked for over TLS, or blocked.
  return `${target.protocol.startsWith('ws') ? 'wss' : 'https'}://${target.host}`;
};

const distinct = <T extends { kind: string; source: string }>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [`${one.kind} ${one.source}`, one])).values(),
];

/** Whether a script's type is one that a browser runs; others are data (HTML 4.12.1). */
export const runs = (attributes: Tag['attributes']): boolean => RUNS.test(attributes.get('type')?.trim() ?? '');

/** Inline scripts that run, in their order. */
export const inlineIn = (tags: readonly Tag[]): PageLoads['scripts'] =>
  tags.flatMap(({ tag, attributes, content = '' }) =>
    tag !== 'script' ||
    attributes.has('src') ||
    !runs(attributes) ||
    content.trim() === '' ||
    content.length >= LONGEST_INLINE
      ? []
      : [{ hash: hashOf(content), nonce: attributes.has('nonce') }],
  );

/** Line ends are those of the parsed page: HTML 13.2.3.5 turns CRLF into LF. */
const hashOf = (content: string): string =>
  `'sha256-${createHash('sha256').update(content.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`;
