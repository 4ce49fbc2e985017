import { rarity, shannon } from './rarity.ts';

/**
 * Whether a value only stands in for a secret: documentation examples, template variables, masks, keyboard runs. Works on
 * the value alone; no list of "false positives" by file. A real random value never matches: words must fill a large part of it.
 */
export const isPlaceholder = (value: string): boolean => standInKind(value) !== null;

/**
 * `said`: it says that it is none (a template, a mask, a word, a key printed in documentation). `typed`: it was typed along the
 * keyboard or the alphabet; somebody may still have made it the real value.
 */
export const standInKind = (value: string): 'said' | 'typed' | null => {
  if (value.length === 0) return 'said';
  if (TEMPLATE.test(value) || PUBLISHED_EXAMPLES.some((known) => value.includes(known))) return 'said';
  const body = value.replace(/^[a-z]{2,8}(?:[_-](?:live|test|prod|secret|key))?[_-]/i, '') || value;
  if (isMasked(body) || saysSo(value)) return 'said';
  return isRun(body) ? 'typed' : null;
};

/** `${VAR}`, `{{ x }}`, `<your-key>`, `%ENV%`, `$(cmd)`, `$NAME`, `process.env.X`, `@Value`, `secrets.X`. */
const TEMPLATE =
  /^\$\{?\w|\$\{[^}]*\}|\{\{[^}]*\}\}|^\$\(|^<[^>]*>?$|^%[\w.]+%$|^\[[^\]]*\]$|\b(?:process\.env|import\.meta|os\.environ|secrets\.|env\.|vars\.|config\.|getenv)\b/;

/** Keys that providers print in their own documentation; they belong to nobody. */
const PUBLISHED_EXAMPLES = [
  'AKIAIOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  '4eC39HqLyjWDarjtT1zdp7dc',
  'TYooMQauvdEDq54NiTphI7jx',
  'BQokikJOvBiI2HlWgH4olfQ2',
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq',
];

/** `xxxx…`, `****`, `....`, `0000…`: three quarters of it is one character, or it holds a mask. */
const isMasked = (text: string): boolean => {
  if (/x{5,}|X{5,}|\*{3,}|\.{3,}|•{3,}|…|#{4,}|_{7,}|-{5,}0{4,}|0{12,}/.test(text)) return true;
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return Math.max(...counts.values()) >= text.length * 0.6;
};

/** `1234567890`, `abcdefghij`, `0123456789abcdef`, a short block repeated: half of it or more follows a keyboard or the alphabet. */
const isRun = (text: string): boolean => {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain.length >= 8 && inRuns(plain) >= Math.max(8, plain.length * 0.55)) return true;
  return plain.length >= 12 && /^(.{1,10}?)\1{2,}.{0,9}$/.test(plain);
};

const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789abcdef0123456789abcdef',
  'qwertyuiopasdfghjklzxcvbnm',
  '98765432109876543210',
  'deadbeefdeadbeefdeadbeef',
  'cafebabecafebabecafebabe',
];

const SHORTEST_RUN = 4;

/** How many characters of `text` stand in stretches of at least four that one of the runs holds. */
const inRuns = (text: string): number => {
  let covered = 0;
  for (let from = 0; from < text.length;) {
    let longest = 0;
    for (const run of RUNS) {
      let size = SHORTEST_RUN;
      while (from + size <= text.length && run.includes(text.slice(from, from + size)))
        longest = Math.max(longest, size++);
    }
    covered += longest;
    from += Math.max(1, longest);
  }
  return covered;
};

const STAND_IN_WORDS =
  /example|sample|placeholder|change[_-]?me|changeit|your[_-]|[_-]your|yourkey|yourtoken|yoursecret|replace|insert|dummy|fake|foobar|todo|redacted|removed|hidden|masked|notreal|not[_-]a[_-]|my[_-]?(?:secret|key|token|password|api)|supersecret|super[_-]secret|here$|goes[_-]?here|lorem|invalid|undefined|null$|default|testtest|mock|stub|some[_-]|enter[_-]|add[_-]your|put[_-]your|keyboard[_-]cat|unsecure|not[_-]?secret|s3cr3t|xxx/i;

/** What a key is called: also how many a real key begins (`pdl_live_apikey_…`), and then the rest of it is random. */
const KEY_NAMES =
  /test[_-]?(?:key|token|secret|password)|(?:key|token|secret|password)[_-]?test|secret[_-]?key|api[_-]?key|access[_-]?token/i;

/** Words that say "not a value" and that fill enough of it not to be there by chance. */
const saysSo = (value: string): boolean => {
  const said = STAND_IN_WORDS.exec(value);
  if (said !== null && (said[0].length >= 6 || value.length - said[0].length <= 24)) return true;
  const named = KEY_NAMES.exec(value);
  if (named === null) return false;
  const rest = value.slice(0, named.index) + value.slice(named.index + named[0].length);
  return !(rest.match(/[\w+/-]{16,}/g) ?? []).some(isRandom);
};

const isRandom = (text: string): boolean =>
  /\d/.test(text) && (/^[_-]?[0-9a-f]+$/i.test(text) ? shannon(text) >= 2.8 : rarity(text) >= 5);
