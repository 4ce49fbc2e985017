export interface Tag {
  /** Lower case. */
  tag: string;
  /** By lower-case name, entities decoded. */
  attributes: ReadonlyMap<string, string>;
}

/** Of bounded length: each unclosed tag of a hostile page would else be read to its end. */
const TAG =
  /<(script|link|img|iframe|form|meta|input|source|video|audio|embed|object)\b((?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,600})>/gi;
const ATTRIBUTE = /([\w-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Tags that load or say something about the page, in their order. `markup`: without comments. */
export const tagsIn = (markup: string): Tag[] =>
  [...markup.matchAll(TAG)].map(([, tag = '', rest = '']) => ({
    tag: tag.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [name.toLowerCase(), decoded(a ?? b ?? c ?? '')]),
    ),
  }));

/** One that does not end hides the rest. */
export const withoutComments = (text: string): string => {
  let kept = '';
  let at = 0;
  for (let begin = text.indexOf('<!--'); begin >= 0; begin = text.indexOf('<!--', at)) {
    kept += text.slice(at, begin);
    const end = text.indexOf('-->', begin + 4);
    if (end < 0) return kept;
    at = end + 3;
  }
  return kept + text.slice(at);
};

export const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;|&apos;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
