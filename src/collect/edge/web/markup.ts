import { decoded } from './entities.ts';

export interface Tag {
  /** Lower case. */
  tag: string;
  /** By lower-case name, entities decoded; one without a value has the empty one. Of several of a name the first, as in a browser. */
  attributes: ReadonlyMap<string, string>;
  /** Of scripts and styles: what stands between their tags. */
  content?: string;
}

export interface Markup {
  /** Elements that load or say something about the page, or carry code or style in an attribute, in their order. */
  tags: readonly Tag[];
  /** How many of them stand in the head: the first element that belongs to the body ends it. */
  inHead: number;
  /** The text without comments and without what is no markup: scripts, styles, texts to edit, what only a browser without scripts shows. */
  outside: string;
}

/** Elements whose content a browser does not read as markup of the page. */
const TOLD = new Set([
  'script',
  'style',
  'link',
  'img',
  'iframe',
  'form',
  'meta',
  'input',
  'source',
  'video',
  'audio',
  'embed',
  'object',
  'base',
]);
const OF_HEAD = new Set(['html', 'head', 'title', 'meta', 'link', 'script', 'style', 'base', 'noscript', 'template']);
const RAW = new Set(['script', 'style', 'textarea', 'noscript', 'template', 'iframe', 'xmp']);
/** Comments end in two ways, and `<!-->` is one. */
const COMMENT_END = /--!?>/g;
const OPENING = /<!--|<([a-z][^\s/>]*)/gi;

/** Reads a page in one pass, whatever stands in it: what does not end hides the rest, as in a browser. */
export const readMarkup = (text: string): Markup => {
  const tags: Tag[] = [];
  let inHead: number | undefined;
  let outside = '';
  let at = 0;
  const end = (rest = ''): Markup => ({ tags, inHead: inHead ?? tags.length, outside: outside + rest });
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(text); found !== null; found = OPENING.exec(text)) {
    const tag = found[1]?.toLowerCase();
    if (tag === undefined) {
      outside += text.slice(at, found.index);
      COMMENT_END.lastIndex = found.index + 2;
      if (COMMENT_END.exec(text) === null) return end();
      at = COMMENT_END.lastIndex;
    } else {
      const read = readAttributes(text, OPENING.lastIndex);
      if (read === null) return end(text.slice(at, found.index));
      if (!OF_HEAD.has(tag)) inHead ??= tags.length;
      outside += text.slice(at, read.end);
      at = read.end;
      if (RAW.has(tag)) {
        const closing = new RegExp(`</${tag}(?=[\\s/>])`, 'gi');
        closing.lastIndex = at;
        const close = closing.exec(text)?.index;
        if (close === undefined) return end();
        if (isTold(tag, read.attributes))
          tags.push({ tag, attributes: read.attributes, content: text.slice(at, close) });
        at = close;
      } else if (isTold(tag, read.attributes)) tags.push({ tag, attributes: read.attributes });
    }
    OPENING.lastIndex = at;
  }
  return end(text.slice(at));
};

const isTold = (tag: string, attributes: Tag['attributes']): boolean =>
  TOLD.has(tag) || attributes.has('style') || handlersOf(attributes).length > 0;

/** Names of attributes whose value runs as code. */
export const handlersOf = (attributes: Tag['attributes']): string[] =>
  [...attributes.keys()].filter((name) => /^on[a-z]{3,}$/.test(name));

const MOST_ATTRIBUTES = 100;
const BREAK = /[\s/>]/;

/** Attributes from behind a tag's name (HTML 13.2.5.32 to 40), and where the tag ends; null where it does not. */
const readAttributes = (text: string, from: number): { attributes: Map<string, string>; end: number } | null => {
  const attributes = new Map<string, string>();
  let at = from;
  while (at < text.length) {
    if (text[at] === '>') return { attributes, end: at + 1 };
    if (BREAK.test(text[at]!)) {
      at++;
      continue;
    }
    const begin = at++;
    while (at < text.length && text[at] !== '=' && !BREAK.test(text[at]!)) at++;
    const name = text.slice(begin, at).toLowerCase();
    const { value, end } = readValue(text, at);
    if (end < 0) return null;
    at = end;
    if (attributes.size < MOST_ATTRIBUTES && !attributes.has(name)) attributes.set(name, decoded(value));
  }
  return null;
};

const SPACE = /\s/;

/** What follows an attribute's name; `end` is -1 where a quote does not end. */
const readValue = (text: string, from: number): { value: string; end: number } => {
  let at = from;
  while (at < text.length && SPACE.test(text[at]!)) at++;
  if (text[at] !== '=') return { value: '', end: from };
  at++;
  while (at < text.length && SPACE.test(text[at]!)) at++;
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, at + 1);
    return end < 0 ? { value: '', end: -1 } : { value: text.slice(at + 1, end), end: end + 1 };
  }
  const begin = at;
  while (at < text.length && text[at] !== '>' && !SPACE.test(text[at]!)) at++;
  return { value: text.slice(begin, at), end: at };
};
