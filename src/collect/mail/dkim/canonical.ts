export type Canonical = 'simple' | 'relaxed';

/** One header field as it is signed: RFC 6376 3.4.1 and 3.4.2. Without the line's end. */
export const canonicalField = (raw: string, way: Canonical): string => {
  if (way === 'simple') return raw;
  const colon = raw.indexOf(':');
  const name = raw.slice(0, colon).trimEnd().toLowerCase();
  const value = raw
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/^ | $/g, '');
  return `${name}:${value}`;
};

/** The body as it is hashed: RFC 6376 3.4.3 and 3.4.4. */
export const canonicalBody = (body: Buffer, way: Canonical): Buffer => {
  let text = body.toString('latin1');
  // Runs first: looked for together with the line's end, a long run would be walked once for each of its blanks.
  if (way === 'relaxed') text = text.replaceAll(/[ \t]+/g, ' ').replaceAll(/ (?=\r\n|$)/g, '');
  let end = text.length;
  while (end >= 2 && text.startsWith('\r\n', end - 2)) end -= 2;
  text = text.slice(0, end);
  if (text === '') return way === 'simple' ? Buffer.from('\r\n') : Buffer.alloc(0);
  return Buffer.from(`${text}\r\n`, 'latin1');
};
