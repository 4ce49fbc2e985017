/** Alternatives that one glob may open into by `{a,b}`; more are not opened. */
const MOST_ALTERNATIVES = 256;

type Segment = '**' | readonly Token[];
type Token = { kind: 'one' } | { kind: 'any' } | { kind: 'set'; matches: (char: string) => boolean };

/**
 * Whether a path matches one of the globs: `*`, `?`, `[a-z]`, `{a,b}` and `**` between slashes. A name that begins with a dot
 * must be named with its dot. In time proportional to path and glob: the globs come from the reviewed folder, and a backtracking
 * matcher can be made to take for ever.
 */
export const globMatcher = (globs: readonly string[]): ((path: string) => boolean) => {
  const patterns = globs.flatMap((glob) =>
    alternatives(glob).map((one) => one.replace(/^\.\//, '').split('/').map(segment)),
  );
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => matchesAll(pattern, names));
  };
};

/** `{a,b}` opened, from left to right. */
const alternatives = (glob: string): string[] => {
  let open = [glob];
  for (let round = 0; round < 16; round++) {
    const next = open.flatMap((one) => {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(one);
      if (group === null) return [one];
      const [whole, inner = ''] = group;
      return inner.split(',').map((word) => one.slice(0, group.index) + word + one.slice(group.index + whole.length));
    });
    if (next.length > MOST_ALTERNATIVES || next.length === open.length) return next.slice(0, MOST_ALTERNATIVES);
    open = next;
  }
  return open;
};

const segment = (text: string): Segment => {
  if (text === '**') return '**';
  const tokens: Token[] = [];
  for (const [part] of text.matchAll(/\[!?\^?\]?[^\]]*\]|\\.|[^]/gu)) {
    if (part === '*') {
      if (tokens.at(-1)?.kind !== 'any') tokens.push({ kind: 'any' });
    } else if (part === '?') tokens.push({ kind: 'one' });
    else tokens.push({ kind: 'set', matches: part.length > 2 ? setOf(part) : equals(part.slice(-1)) });
  }
  return tokens;
};

const equals = (wanted: string) => (char: string) => char === wanted;

const setOf = (text: string): ((char: string) => boolean) => {
  const negative = /^\[[!^]/.test(text);
  const inner = text.slice(negative ? 2 : 1, -1);
  const ranges = [...inner.matchAll(/([^])-([^])|([^])/gu)].map(
    ([, from, to, one]) => [from ?? one, to ?? one] as const,
  );
  return (char) => negative !== ranges.some(([from, to]) => char >= (from ?? '') && char <= (to ?? ''));
};

const matchesAll = (pattern: readonly Segment[], names: readonly string[]): boolean => {
  let reached = new Set([0]);
  for (const [index, part] of pattern.entries()) {
    // `a/**` is what stands below a, not a itself.
    const least = index > 0 && index === pattern.length - 1 ? 1 : 0;
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**') {
        for (let to = at; to <= names.length; to++) {
          if (to - at >= least) next.add(to);
          if (names[to]?.startsWith('.') === true) break;
        }
      } else if (at < names.length && matchesName(part, names[at] ?? '')) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(names.length);
};

const matchesName = (tokens: readonly Token[], name: string): boolean => {
  const chars = Array.from(name);
  if (chars[0] === '.' && tokens[0]?.kind !== 'set') return false;
  let at = 0;
  let token = 0;
  let star = -1;
  let retry = 0;
  while (at < chars.length) {
    const wanted = tokens[token];
    if (wanted?.kind === 'any') {
      star = token++;
      retry = at;
    } else if (wanted !== undefined && (wanted.kind === 'one' || wanted.matches(chars[at] ?? ''))) {
      at++;
      token++;
    } else if (star === -1) return false;
    else {
      token = star + 1;
      at = ++retry;
    }
  }
  return tokens.slice(token).every((left) => left.kind === 'any');
};
