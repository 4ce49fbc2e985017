/** A record of a zone file; `data` as dns-packet has it. Names are absolute, lower case, without the last dot. */
export interface ZoneFileRecord {
  name: string;
  /** Seconds. */
  ttl: number;
  type: string;
  data: unknown;
  line: number;
  /** What stands behind it, or on the lines above. */
  comment?: string;
}

export interface ZoneFile {
  records: readonly ZoneFileRecord[];
  /** Lines that were passed over, with why. */
  problems: readonly { line: number; said: string }[];
}

const MOST_LINES = 100_000;
const MOST_BYTES = 8 * 1024 * 1024;
const TYPES = new Set(['A', 'AAAA', 'CAA', 'CNAME', 'DNSKEY', 'DS', 'MX', 'NS', 'PTR', 'SOA', 'SRV', 'TLSA', 'TXT']);

interface Entry {
  words: readonly { text: string; quoted: boolean }[];
  /** The owner is left out: the one above stands for it. */
  isIndented: boolean;
  line: number;
  comment: string;
}

/** Reads a master file (RFC 1035 5, RFC 2308 4): `$ORIGIN`, `$TTL`, parentheses, comments, relative names. `origin`: the zone's name. Includes are not followed. */
export const parseZoneFile = (text: string, origin: string): ZoneFile => {
  const records: ZoneFileRecord[] = [];
  const problems: { line: number; said: string }[] = [];
  if (text.length > MOST_BYTES) return { records, problems: [{ line: 1, said: 'the file has more than 8 MB' }] };
  let at = clean(origin);
  let ttl = 3_600;
  let owner = at;
  for (const { words, isIndented, line, comment } of entriesIn(text)) {
    const [first] = words;
    if (first === undefined) continue;
    const directive = first.quoted ? '' : first.text.toUpperCase();
    if (directive === '$ORIGIN') at = absolute(words[1]?.text ?? '', at);
    else if (directive === '$TTL') ttl = seconds(words[1]?.text ?? '') ?? ttl;
    else if (directive.startsWith('$')) problems.push({ line, said: `${first.text} is not followed` });
    else {
      if (!isIndented) owner = absolute(first.text, at);
      const read = recordIn(words.slice(isIndented ? 0 : 1), at);
      if (typeof read === 'string') problems.push({ line, said: read });
      else
        records.push({
          name: owner,
          ttl: read.ttl ?? ttl,
          type: read.type,
          data: read.data,
          line,
          ...(comment === '' ? {} : { comment }),
        });
    }
  }
  return { records, problems };
};

const clean = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const absolute = (name: string, origin: string): string => {
  if (name === '@') return origin;
  if (name.endsWith('.')) return clean(name);
  return clean(origin === '' ? name : `${name}.${origin}`);
};

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

/** `3600`, `1h30m`. */
const seconds = (text: string): number | undefined => {
  if (!/^(?:\d{1,10}[smhdw]?)+$/i.test(text)) return undefined;
  return [...text.matchAll(/(\d+)([smhdw]?)/gi)].reduce(
    (sum, [, count = '0', unit = 's']) => sum + Number(count) * (UNITS[(unit || 's').toLowerCase()] ?? 1),
    0,
  );
};

/** Words of one entry each: quotes, escapes, comments and parentheses are taken out. */
function* entriesIn(text: string): Generator<Entry> {
  let words: { text: string; quoted: boolean }[] = [];
  let depth = 0;
  let begun = 1;
  let isIndented = false;
  let comments: string[] = [];
  for (const [index, row] of text.split('\n').slice(0, MOST_LINES).entries()) {
    if (depth === 0) {
      words = [];
      begun = index + 1;
      isIndented = /^[ \t]/.test(row);
    }
    for (const [token] of row.matchAll(/;.*|"(?:[^"\\]|\\.)*"|[()]|(?:[^\s;"()\\]|\\.)+/g)) {
      if (token.startsWith(';')) comments.push(token.slice(1).trim());
      else if (token === '(') depth++;
      else if (token === ')') depth = Math.max(0, depth - 1);
      else
        words.push(
          token.startsWith('"')
            ? { text: unescaped(token.slice(1, -1)), quoted: true }
            : { text: unescaped(token), quoted: false },
        );
    }
    if (depth > 0) continue;
    if (words.length > 0) {
      yield { words, isIndented, line: begun, comment: comments.join(' ') };
      comments = [];
    } else if (row.trim() === '') comments = [];
  }
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\(\d{3}|.)/g, (_, part: string) =>
    part.length === 3 ? String.fromCharCode(Number(part) % 256) : part,
  );

const recordIn = (
  words: readonly { text: string; quoted: boolean }[],
  origin: string,
): { ttl?: number; type: string; data: unknown } | string => {
  let ttl: number | undefined;
  let index = 0;
  for (; index < words.length; index++) {
    const word = words[index]?.text ?? '';
    if (/^(?:IN|CH|HS)$/i.test(word)) continue;
    const time = seconds(word);
    if (time === undefined) break;
    ttl = time;
  }
  const type = (words[index]?.text ?? '').toUpperCase();
  if (!TYPES.has(type)) return `${type || 'nothing'} is no type of record that is read`;
  const data = dataOf(
    type,
    words.slice(index + 1).map(({ text }) => text),
    origin,
  );
  return data === undefined
    ? `what stands behind ${type} cannot be read`
    : { ...(ttl === undefined ? {} : { ttl }), type, data };
};

const dataOf = (type: string, parts: readonly string[], origin: string): unknown => {
  const [a = '', b = '', c = '', d = ''] = parts;
  if (parts.length === 0) return undefined;
  switch (type) {
    case 'TXT':
      return [...parts];
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return absolute(a, origin);
    case 'MX':
      return parts.length < 2 ? undefined : { preference: Number(a), exchange: b === '.' ? '.' : absolute(b, origin) };
    case 'SRV':
      return parts.length < 4
        ? undefined
        : { priority: Number(a), weight: Number(b), port: Number(c), target: absolute(d, origin) };
    case 'CAA':
      return parts.length < 3
        ? undefined
        : { flags: Number(a), tag: b.toLowerCase(), value: c, issuerCritical: (Number(a) & 128) !== 0 };
    case 'SOA': {
      const [serial, refresh, retry, expire, minimum] = parts.slice(2, 7).map((one) => seconds(one) ?? 0);
      return minimum === undefined
        ? undefined
        : { mname: absolute(a, origin), rname: absolute(b, origin), serial, refresh, retry, expire, minimum };
    }
    case 'DS':
      return parts.length < 4
        ? undefined
        : {
            keyTag: Number(a),
            algorithm: Number(b),
            digestType: Number(c),
            digest: Buffer.from(parts.slice(3).join(''), 'hex'),
          };
    case 'DNSKEY':
      return parts.length < 4
        ? undefined
        : { flags: Number(a), algorithm: Number(c), key: Buffer.from(parts.slice(3).join(''), 'base64') };
    case 'TLSA':
      return parts.length < 4
        ? undefined
        : {
            usage: Number(a),
            selector: Number(b),
            matchingType: Number(c),
            certificate: Buffer.from(parts.slice(3).join(''), 'hex'),
          };
    default:
      return a;
  }
};
