import { createContext, Script } from 'node:vm';

/**
 * Patterns come from the code under review: one that takes for ever gets this many milliseconds. Many, so that a busy machine is not taken for a bad
 * pattern; who asks does not ask such a pattern twice.
 */
const TIME = 1_500;
const LONGEST = 2_000;

const PLAIN = /[.+*?^${}()[\]|/\\]/g;
const escaped = (text: string): string => text.replaceAll(PLAIN, String.raw`\$&`);

/**
 * A matcher's source as a regular expression, by the rules of path-to-regexp 6 that Next.js has in it: `:name`, `:name(\\d+)`, `(…)`, `{…}?` with
 * `?`, `*` and `+`. Undefined for what it would refuse.
 */
export const matcherPattern = (source: string): string | undefined => {
  if (!source.startsWith('/') || source.length > LONGEST) return undefined;
  let pattern = '';
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    if (rest.startsWith('\\')) {
      pattern += escaped(rest.slice(1, 2));
      at += 2;
      continue;
    }
    if (rest.startsWith('{')) {
      const end = rest.indexOf('}');
      const group = end < 0 ? undefined : /^([^:(]*)(?::\w+)?(\(.*\))?([^)]*)$/.exec(rest.slice(1, end));
      if (group === null || group === undefined) return undefined;
      const modifier = /^[?*+]/.exec(rest.slice(end + 1))?.[0] ?? '';
      const hasName = /[:(]/.test(rest.slice(1, end));
      const inner = hasName ? (group[2] ?? String.raw`[^\/#\?]+?`) : '';
      pattern += token(group[1] ?? '', inner, group[3] ?? '', modifier);
      at += end + 1 + modifier.length;
      continue;
    }
    const before = /^[./](?=[:(])/.exec(rest)?.[0] ?? '';
    const name = /^:\w+/.exec(rest.slice(before.length))?.[0] ?? '';
    const own = parenthesised(rest.slice(before.length + name.length));
    if (name === '' && own === '') {
      if (/^[:()?*+}]/.test(rest)) return undefined;
      pattern += escaped(rest.slice(0, 1));
      at += 1;
      continue;
    }
    if (own === undefined) return undefined;
    at += before.length + name.length + own.length;
    const modifier = /^[?*+]/.exec(source.slice(at))?.[0] ?? '';
    at += modifier.length;
    pattern += token(before, own === '' ? String.raw`[^\/#\?]+?` : own.slice(1, -1), '', modifier);
  }
  return `^${pattern}[\\/#\\?]?$`;
};

const token = (before: string, inner: string, after: string, modifier: string): string => {
  const [head, tail] = [escaped(before), escaped(after)];
  if (inner === '') return `(?:${head}${tail})${modifier}`;
  if (modifier === '*' || modifier === '+')
    return head === '' && tail === ''
      ? `((?:${inner})${modifier})`
      : `(?:${head}((?:${inner})(?:${tail}${head}(?:${inner}))*)${tail})${modifier === '*' ? '?' : ''}`;
  return `(?:${head}(${inner})${tail})${modifier}`;
};

/** `(…)` at the head of a text, with what is nested in it. Empty when there is none, undefined when it does not end. */
const parenthesised = (text: string): string | undefined => {
  if (!text.startsWith('(')) return '';
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < text.length; at++) {
    const one = text[at];
    if (one === '\\') at++;
    else if (one === '[') inClass = true;
    else if (one === ']') inClass = false;
    else if (!inClass && one === '(') depth++;
    else if (!inClass && one === ')' && --depth === 0) return text.slice(0, at + 1);
  }
  return undefined;
};

const script = new Script('new RegExp(pattern).test(path)');
const realm = createContext({ pattern: '', path: '' });

/** Whether a path matches. Undefined when the pattern is none, or takes too long. */
export const matches = (pattern: string, path: string): boolean | undefined => {
  Object.assign(realm, { pattern, path });
  try {
    return script.runInContext(realm, { timeout: TIME }) === true;
  } catch {
    return undefined;
  }
};
