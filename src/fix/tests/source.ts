/** Text that comes from the reviewed app, made safe to stand in source: it can neither end a string nor begin a line. */

const hex = (char: string): string =>
  [...Array(char.length).keys()].map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** What is neither printable ASCII nor a letter or digit of some script: line breaks, U+2028, marks that turn the text around. */
const UNPRINTABLE = /[^\x20-\x7e\p{L}\p{N}]|\p{Cs}/gu;

/** A string literal. */
export const quote = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(UNPRINTABLE, hex)}'`;

/** A part of a template literal, without its backticks. */
export const inTemplate = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${').replaceAll(UNPRINTABLE, hex);

/** Words for a comment of one line. */
export const inComment = (text: string): string =>
  text.replaceAll(UNPRINTABLE, ' ').replaceAll('*/', '* /').replaceAll('-->', '-- >').slice(0, 300);

/** Words for Markdown, in a code span. */
export const inCode = (text: string): string => `\`${inComment(text).replaceAll('`', "'")}\``;

const RESERVED = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield arguments eval async of assert before describe test send must canary'.split(
    ' ',
  ),
);

/** A name for a variable; `taken` grows. */
export const identifier = (text: string, taken: Set<string>): string => {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = /^[A-Za-z]/.test(joined) ? joined.charAt(0).toLowerCase() + joined.slice(1, 40) : 'thing';
  const free = (name: string): boolean => !taken.has(name) && !RESERVED.has(name);
  let name = base;
  for (let n = 2; !free(name); n++) name = `${base}${n}`;
  taken.add(name);
  return name;
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A member's name in an object literal. `__proto__` would set the prototype. */
export const memberName = (name: string): string => {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
};

/** The way to a value: `.data.items[0]['odd name']`. */
export const accessor = (at: readonly (string | number)[]): string =>
  at
    .map((one) =>
      typeof one === 'number' ? `[${one}]` : /^[A-Za-z_$][\w$]*$/.test(one) ? `.${one}` : `[${quote(one)}]`,
    )
    .join('');

/** The variable of the environment that holds something of a person: `LAUNCH_READY_CUSTOMER_A_EMAIL`. */
export const variableOf = (...words: readonly string[]): string =>
  words
    .join('_')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 100);
