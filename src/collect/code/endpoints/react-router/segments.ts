/** A part of a file name of the flat routes: `$id`, `_auth`, `settings_`, `(lang)`, `sitemap[.]xml`. */
export interface Segment {
  /** As it is written; with it a route finds the one around it. */
  raw: string;
  /** Its part of the path; empty for what does not show. */
  path: string;
}

const PLAIN_END = /_$/;

/** Splits a name at its dots, those in brackets left alone. https://reactrouter.com/how-to/file-route-conventions */
export const segmentsOf = (name: string): Segment[] => {
  const raws: string[] = [''];
  let inBrackets = false;
  for (const one of name) {
    if (one === '[') inBrackets = true;
    else if (one === ']') inBrackets = false;
    if (one === '.' && !inBrackets) raws.push('');
    else raws[raws.length - 1] += one;
  }
  return raws.filter((raw) => raw !== '').map((raw) => ({ raw, path: pathOfSegment(raw) }));
};

const unescaped = (raw: string): string =>
  raw
    .replaceAll(/\[([^[\]]*)\]/g, '$1')
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D');

const pathOfSegment = (raw: string): string => {
  const bare = raw.replace(/^\((.*)\)(_?)$/, '$1$2').replace(PLAIN_END, '');
  if (bare.startsWith('_')) return '';
  if (bare === '$') return '{rest}';
  if (!bare.startsWith('$')) return unescaped(bare);
  const [name = '', ...after] = bare.slice(1).split('[');
  return `{${unescaped(name)}}${unescaped(after.length === 0 ? '' : `[${after.join('[')}`)}`;
};

export const pathOfSegments = (segments: readonly Segment[]): string =>
  `/${segments
    .map(({ path }) => path)
    .filter((path) => path !== '')
    .join('/')}`;
