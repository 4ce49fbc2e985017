interface Rule {
  pattern: RegExp;
  keep: boolean;
}

/**
 * A .dockerignore as Docker reads it: every pattern counts from the context's root (`.env` does not mean `app/.env`), a
 * matched folder takes what is in it along, `**` spans folders, and the last rule that matches wins, `!` bringing back.
 * Source: https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export const readDockerignore = (text: string): ((path: string) => boolean) => {
  const rules = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, 2000)
    .map((line) => (line.startsWith('#') ? '' : line.trim()))
    .filter((line) => line !== '' && line !== '!')
    .map(ruleOf);
  return (path) => rules.findLast((rule) => rule.pattern.test(path))?.keep === false;
};

const ruleOf = (line: string): Rule => {
  const keep = line.startsWith('!');
  const segments: string[] = [];
  for (const segment of (keep ? line.slice(1).trim() : line).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return { keep, pattern: new RegExp(`^${source(segments)}(?:/.*)?$`, 's') };
};

const source = (segments: readonly string[]): string => {
  if (segments.length === 0) return '[^]*';
  return segments
    .map((segment, i) => {
      const last = i === segments.length - 1;
      if (segment === '**') return last ? '.*' : '(?:.*/)?';
      return glob(segment) + (last ? '' : '/');
    })
    .join('');
};

const glob = (segment: string): string => {
  let out = '';
  for (let i = 0; i < segment.length; i++) {
    const letter = segment[i] ?? '';
    if (letter === '*') {
      if (segment[i + 1] === '*') {
        out += '.*';
        while (segment[i + 1] === '*') i++;
      } else out += '[^/]*';
    } else if (letter === '?') out += '[^/]';
    else if (letter === '[') {
      const close = segment.indexOf(']', i + 2);
      const inner = close === -1 ? '' : segment.slice(i + 1, close);
      if (/^\^?[\w.-]+$/.test(inner) && isRange(inner)) {
        out += `[${inner}]`;
        i = close;
      } else out += '\\[';
    } else if (letter === '\\' && i + 1 < segment.length) out += escape(segment[++i] ?? '');
    else out += escape(letter);
  }
  return out.replace(/(?:\[\^\/\]\*){2,}/g, '[^/]*');
};

/** A range that runs backwards would be no regular expression. */
const isRange = (inner: string): boolean => [...inner.matchAll(/(\w)-(\w)/g)].every((range) => (range[1] ?? '') <= (range[2] ?? '')) && !/--/.test(inner);

const escape = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
