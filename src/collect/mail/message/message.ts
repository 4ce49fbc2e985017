/** A mail as it came: its head, field by field, and the bytes behind it. */
export interface Mail {
  /** In order, from the top. */
  fields: readonly MailField[];
  body: Buffer;
}

export interface MailField {
  /** Lower case. */
  name: string;
  /** As it stands there, name and line breaks included; one character a byte. */
  raw: string;
  /** Behind the colon, unfolded. */
  value: string;
}

const MOST_FIELDS = 2_000;
const LONGEST_HEAD = 1_048_576;

/** Reads a message of RFC 5322, lines ended by CRLF or by LF alone, as files keep them. Never throws. */
export const parseMail = (bytes: Buffer): Mail => {
  const text = withCrlf(bytes);
  const end = text.subarray(0, LONGEST_HEAD).indexOf('\r\n\r\n');
  const head = text.subarray(0, end < 0 ? LONGEST_HEAD : end + 2).toString('latin1');
  const fields: MailField[] = [];
  for (const raw of head.split(/(?<=\r\n)(?![ \t])/)) {
    const colon = raw.indexOf(':');
    if (colon <= 0 || fields.length >= MOST_FIELDS) continue;
    fields.push({
      name: raw.slice(0, colon).trim().toLowerCase(),
      raw: raw.replace(/\r\n$/, ''),
      value: raw
        .slice(colon + 1)
        .replaceAll('\r\n', '')
        .trim(),
    });
  }
  return { fields, body: end < 0 ? Buffer.alloc(0) : text.subarray(end + 4) };
};

/** A file of an mbox kept LF alone; what was signed had CRLF. */
const withCrlf = (bytes: Buffer): Buffer =>
  bytes.includes('\r\n') ? bytes : Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');

export const valuesOf = ({ fields }: Mail, name: string): string[] =>
  fields.filter((field) => field.name === name).map(({ value }) => value);

/** Domain of the only author: RFC 9989 wants exactly one `From` with one address. */
export const authorDomain = (mail: Mail): string | undefined => {
  const from = valuesOf(mail, 'from');
  if (from.length !== 1) return undefined;
  const domains = [...withoutTexts(from[0] ?? '').matchAll(/[^\s<>,@]+@([^\s<>,;]+)/g)].map(([, domain]) =>
    domain?.toLowerCase(),
  );
  return new Set(domains).size === 1 ? domains[0] : undefined;
};

/** Display names and comments may hold addresses that are none. */
const withoutTexts = (value: string): string =>
  value.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').replaceAll(/\([^()]*\)/g, '');
