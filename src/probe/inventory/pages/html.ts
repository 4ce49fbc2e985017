export interface Tag {
  name: string;
  closing: boolean;
  attributes: ReadonlyMap<string, string>;
  /** What stands between a script's or a text area's tags. */
  text: string;
}

const MOST_CHARS = 2 * 1024 * 1024;
const MOST_TAGS = 50_000;
const NAME = /[a-zA-Z][\w:-]{0,60}/y;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]{1,200})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const RAW = new Set(['script', 'style', 'textarea', 'title', 'template-raw']);

/** The tags of a page in their order: enough for links, scripts and forms, whatever the page's mistakes. */
export const tagsOf = (html: string): Tag[] => {
  const text = html.slice(0, MOST_CHARS);
  const tags: Tag[] = [];
  for (let at = text.indexOf('<'); at !== -1 && tags.length < MOST_TAGS; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end + 3;
      continue;
    }
    const closing = text[at + 1] === '/';
    NAME.lastIndex = at + (closing ? 2 : 1);
    const name = NAME.exec(text)?.[0].toLowerCase();
    if (name === undefined) {
      at++;
      continue;
    }
    const { attributes, end } = attributesAt(text, NAME.lastIndex);
    let content = '';
    at = end;
    if (!closing && RAW.has(name)) {
      const close = indexOfClose(text, name, end);
      content = text.slice(end, close);
      at = close;
    }
    tags.push({ name, closing, attributes, text: content });
  }
  return tags;
};

const indexOfClose = (text: string, name: string, from: number): number => {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(text)?.index ?? text.length;
};

const attributesAt = (text: string, from: number): { attributes: Map<string, string>; end: number } => {
  const attributes = new Map<string, string>();
  let at = from;
  while (attributes.size < 100) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (found === null) break;
    at = ATTRIBUTE.lastIndex;
    const name = (found[1] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, unescaped(found[2] ?? found[3] ?? found[4] ?? ''));
  }
  const end = text.indexOf('>', at);
  return { attributes, end: end === -1 ? text.length : end + 1 };
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
          return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;
