/** A segment of a file name as a part of a path: `[id]`, `[...rest]`, `[[...rest]]`, `[id].json` with braces. Braces of its own are escaped. */
export const bracketSegment = (segment: string): string =>
  segment
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D')
    .replaceAll(/\[\[?(?:\.{3})?([^[\]]*)\]?\]/g, (_, name: string) => `{${name === '' ? 'rest' : name}}`);
