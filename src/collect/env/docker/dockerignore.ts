interface Rule {
  segments: readonly string[];
  keep: boolean;
}

const MOST_RULES = 1000;

/**
 * A .dockerignore as Docker reads it: every pattern counts from the context's root (`.env` does not mean `app/.env`), a
 * matched folder takes what is in it along, `**` spans folders, and the last rule that matches wins, `!` bringing back.
 * Source: https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export const readDockerignore = (text: string): ((path: string) => boolean) => {
  const rules = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, MOST_RULES)
    .filter((line) => !line.startsWith('#'))
    .map(ruleOf)
    .filter((rule) => rule.segments.length > 0);
  return (path) => {
    const parts = path.split('/');
    return rules.findLast((rule) => matches(rule.segments, parts))?.keep === false;
  };
};

/** `.` and `..` are resolved; what is empty after that is no rule. */
const ruleOf = (line: string): Rule => {
  const trimmed = line.trim();
  const keep = trimmed.startsWith('!');
  const segments: string[] = [];
  for (const segment of (keep ? trimmed.slice(1).trim() : trimmed).slice(0, 1000).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.' && !(segment === '**' && segments.at(-1) === '**'))
      segments.push(segment);
  }
  return { keep, segments };
};

/** Whether the pattern matches the path or a folder above it. Keeps the set of reachable positions, so no pattern can take long. */
const matches = (pattern: readonly string[], path: readonly string[]): boolean => {
  let reached = new Set([0]);
  for (const segment of pattern) {
    const next = new Set<number>();
    if (segment === '**') {
      for (let at = Math.min(...reached); at <= path.length; at++) next.add(at);
    } else {
      for (const at of reached) if (at < path.length && matchesName(segment, path[at] ?? '')) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return true;
};

/** `*`, `?`, `[a-z]` and `\x` within one name; goes back to the last star only. */
const matchesName = (pattern: string, name: string): boolean => {
  let p = 0;
  let n = 0;
  let star = -1;
  let from = 0;
  while (n < name.length) {
    const step = p < pattern.length && pattern[p] !== '*' ? one(pattern, p, name[n] ?? '') : 0;
    if (step > 0) {
      p += step;
      n++;
    } else if (pattern[p] === '*') {
      star = p++;
      from = n;
    } else if (star !== -1) {
      p = star + 1;
      n = ++from;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
};

/** How many characters of the pattern stand for this letter; 0 when they do not match it. */
const one = (pattern: string, at: number, letter: string): number => {
  const token = pattern[at];
  if (token === '?') return 1;
  if (token === '\\') return pattern[at + 1] === letter ? 2 : 0;
  if (token !== '[') return token === letter ? 1 : 0;
  const close = pattern.indexOf(']', at + 2);
  if (close === -1) return letter === '[' ? 1 : 0;
  const inner = pattern.slice(at + 1, close);
  const negated = inner.startsWith('^');
  return inClass(negated ? inner.slice(1) : inner, letter) === negated ? 0 : close - at + 1;
};

const inClass = (inner: string, letter: string): boolean => {
  for (let i = 0; i < inner.length; i++) {
    const first = inner[i] ?? '';
    const isRange = inner[i + 1] === '-' && i + 2 < inner.length;
    if (isRange ? first <= letter && letter <= (inner[i + 2] ?? '') : first === letter) return true;
    if (isRange) i += 2;
  }
  return false;
};
