const MOST_BYTES = 256 * 1024;
const MOST_ITEMS = 3;
const DEPTH = 6;
/** Other names are ids, addresses or names of files: somebody's data. */
const COLUMN = /^[A-Za-z_$][A-Za-z_$]{0,60}\d{0,2}$/;

const masked = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return value === '' ? '' : `${value.slice(0, 1)}***`;
  if (typeof value === 'number') return 0;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((one: unknown) => masked(one, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 60)
      .map(([name, one], index) => [
        COLUMN.test(name) ? name : `${name.slice(0, 1)}***${index + 1}`,
        masked(one, depth - 1),
      ]),
  );
};

/** A body with its values made unreadable: `{"email":"j***","age":0}`. What is not JSON is only counted. */
export const shapeOf = (body: Uint8Array): Uint8Array => {
  if (body.byteLength === 0) return body;
  try {
    if (body.byteLength > MOST_BYTES) throw new Error('too much');
    const value = JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
    return Buffer.from(JSON.stringify(masked(value, DEPTH)));
  } catch {
    return Buffer.from(`(${body.byteLength} bytes, not shown)`);
  }
};
