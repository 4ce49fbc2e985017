/** Bytes and what JSON has no word for stand as an object with one such key. */
const BYTES = '$bytes';
const BIG = '$big';
const NONE = '$none';

/** What answers are made of, as JSON: plain objects and lists, bytes as base64. */
export const encode = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { [BYTES]: Buffer.from(value).toString('base64') };
  if (typeof value === 'bigint') return { [BIG]: String(value) };
  if (value === undefined) return { [NONE]: true };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, encode(one)]])),
  );
};

/** The same back; bytes become Buffers. */
export const decode = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[name, only] = ['', undefined]] = entries;
  if (entries.length === 1 && name === BYTES && typeof only === 'string') return Buffer.from(only, 'base64');
  if (entries.length === 1 && name === BIG && typeof only === 'string' && /^-?\d{1,40}$/.test(only))
    return BigInt(only);
  if (entries.length === 1 && name === NONE) return undefined;
  // What a hostile file calls __proto__ becomes a property like any.
  return Object.fromEntries(entries.map(([key, one]) => [key, decode(one)]));
};
