const ESCAPED_OR_CLASS = /\\.|\[(?:\\.|[^\]\\])*\]/g;
const FIRST_GROUP = /(?<!\\)\((?!\?)((?:[\w:~%#@!&,-]|\\[^a-zA-Z0-9])*)/;

/** The literal text that group 1 of a pattern starts with: `pdl_live_apikey_` of `\b(pdl_live_apikey_[a-z0-9]{26})`. */
export const literalPrefix = (pattern: RegExp): string => {
  const source = pattern.source.replace(ESCAPED_OR_CLASS, (part) => (part.startsWith('[') ? '[]' : part));
  const group = FIRST_GROUP.exec(source);
  if (group === null) return '';
  const [whole, literal = ''] = group;
  const isRepeated = /^[?*+{]/.test(source.slice(group.index + whole.length));
  return (isRepeated ? literal.replace(/\\?.$/, '') : literal).replaceAll('\\', '');
};

/**
 * The part of a value that its owner does not share with everybody: without the literal prefix that the provider gives all its
 * keys, and without the anchor that stood at `anchor` (offsets relative to the value, which it may only touch).
 */
export const ownPart = (value: string, prefix: string, anchor: readonly [number, number]): string => {
  const own = value.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase() ? prefix.length : 0;
  const [from, to] = anchor;
  if (to <= own || from >= value.length) return value.slice(own);
  return value.slice(own, Math.max(own, from)) + value.slice(to);
};
