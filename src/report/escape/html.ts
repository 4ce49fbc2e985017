import { visible, visibleLines } from './visible.ts';

/** HTML that may stand in the page as it is. Only `markup` and `raw` make it. */
export interface Html {
  readonly html: string;
}

export type HtmlPart = string | number | Html | null | false | readonly HtmlPart[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const entities = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Text or a quoted attribute value, on one line, with unseen characters spelled out. */
export const htmlText = (text: string): string => entities(visible(text));

/** Lines of a `<pre>`: line breaks stay. */
export const htmlLines = (text: string): Html => raw(visibleLines(text).map(entities).join('\n'));

/** For text that this program made itself, such as the style sheet. */
export const raw = (text: string): Html => ({ html: text });

const written = (part: HtmlPart): string => {
  if (part === null || part === false) return '';
  if (typeof part === 'string') return htmlText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(written).join('');
};

/** Template tag (not named `html`, since formatters add white space to what they take for HTML): everything put in is escaped unless it is Html itself; lists are joined, null and false left out. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html =>
  raw(strings.reduce((text, string, index) => text + written(parts[index - 1] ?? null) + string));
