import { createHash } from 'node:crypto';
import type { LoadKind, PageLoads } from '../../../model/evidence/edge/web.ts';
import type { Tag } from './tags.ts';

const MOST_SOURCES = 60;
const MOST_INLINE = 40;
const LONGEST_INLINE = 200_000;
/** Elements that run what stands in an attribute, and those that carry their style. */
const HANDLER = /<[a-z][^<>]{0,2000}?\son[a-z]{3,20}\s*=/gi;
const STYLED = /<[a-z][^<>]{0,2000}?\sstyle\s*=/gi;

const countOf = (markup: string, pattern: RegExp): number => markup.match(pattern)?.length ?? 0;

/** Types that a browser runs; others are data (HTML 4.12.1). */
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

/** What a page loads and runs, by the part of a policy that it falls under (CSP3 6). `markup`: its text without comments. */
export const loadsOf = (text: string, markup: string, tags: readonly Tag[], url: string): PageLoads => {
  const found: { kind: LoadKind; source: string }[] = tags.flatMap((tag) => loadedBy(tag, url));
  const inline = inlineIn(text);
  return {
    sources: distinct(found).slice(0, MOST_SOURCES),
    scripts: inline.scripts,
    handlers: countOf(markup, HANDLER),
    inlineStyles: inline.styles + countOf(markup, STYLED),
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

const inlineIn = (text: string): { scripts: PageLoads['scripts']; styles: number } => {
  const scripts: { hash: string; nonce: boolean }[] = [];
  let styles = 0;
  for (const { tag, rest, content } of elementsIn(text)) {
    if (tag === 'style') {
      styles++;
      continue;
    }
    const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(rest)?.[1] ?? '';
    if (/\bsrc\s*=/i.test(rest) || !RUNS.test(type) || content.trim() === '') continue;
    if (scripts.length < MOST_INLINE && content.length < LONGEST_INLINE)
      scripts.push({ hash: hashOf(content), nonce: /\bnonce\s*=/i.test(rest) });
  }
  return { scripts, styles };
};

/** Scripts and styles with their content, walked once: what does not end hides the rest, as in a browser. */
function* elementsIn(text: string): Generator<{ tag: string; rest: string; content: string }> {
  const lower = text.toLowerCase();
  const opening = /<!--|<(script|style)(?=[\s/>])/g;
  for (let found = opening.exec(lower); found !== null; found = opening.exec(lower)) {
    const [, tag] = found;
    const begin = tag === undefined ? found.index : endOfTag(text, opening.lastIndex);
    const end = begin < 0 ? -1 : lower.indexOf(tag === undefined ? '-->' : `</${tag}`, begin);
    if (end < 0) return;
    if (tag !== undefined)
      yield { tag, rest: text.slice(opening.lastIndex, begin - 1), content: text.slice(begin, end) };
    opening.lastIndex = end;
  }
}

/** Behind the `>` of a tag that stands outside of quotes; -1 where there is none. */
const endOfTag = (text: string, from: number): number => {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    else if (character === '"' || character === "'") quote = character;
  }
  return -1;
};

/** Inline scripts that run, in their order. */
export const scriptsIn = (text: string): PageLoads['scripts'] => inlineIn(text).scripts;

/** Line ends are those of the parsed page: HTML 13.2.3.5 turns CRLF into LF. */
const hashOf = (content: string): string =>
  `'sha256-${createHash('sha256').update(content.replaceAll(/\r\n?/g, '\n')).digest('base64')}'`;
