import { expect, test } from 'vitest';
import type { Column } from './description.ts';
import type { DataError } from './rest.ts';
import { canaryColumn, firstDraft, isPastPolicies, repair } from './row-for.ts';

const column = (name: string, format?: string, more: Partial<Column> = {}): Column => ({
  name,
  required: false,
  hasDefault: false,
  isKey: false,
  ...(format === undefined ? {} : { format }),
  ...more,
});
const error = (code: string, message = '', details = ''): DataError => ({ code, message, details, hint: '' });
const A = '11111111-1111-4111-8111-111111111111';
const CANARY = 'lrabcdefghijklmn';

const ORDERS = [
  column('id', 'uuid', { required: true, hasDefault: true, isKey: true }),
  column('buyer_id', 'uuid', { required: true, refersTo: 'profiles' }),
  column('listing_id', 'uuid', { required: true, refersTo: 'listings' }),
  column('shipping_address', 'text'),
  column('total', 'numeric', { required: true }),
  column('status', 'text', { required: true, hasDefault: true }),
  column('colour', 'text'),
];

test('the first try has what is needed, the owner, and a private text to know it by', () => {
  const draft = firstDraft('orders', ORDERS, A, CANARY);
  expect(draft.values).toEqual({
    buyer_id: A,
    listing_id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    shipping_address: CANARY,
    total: 1,
  });
  expect(canaryColumn(draft)).toBe('shipping_address');
});

test('of columns without types the name tells', () => {
  const names = ['listing_id', 'user_id', 'email', 'price', 'is_gift', 'note', 'created_at'];
  const { values } = firstDraft(
    'orders',
    names.map((name) => column(name)),
    A,
    CANARY,
  );
  expect(values).toMatchObject({ user_id: A, email: `${CANARY}@example.com`, price: 1, is_gift: false, note: CANARY });
  expect(Date.parse(String(values['created_at']))).not.toBeNaN();
});

const mend = (message: DataError, values: Record<string, unknown>) =>
  repair({ table: 'orders', values, canary: CANARY, owner: A }, message, ORDERS);

test('what the database complains of is mended', () => {
  expect(mend(error('23502', 'null value in column "total" of relation "orders" violates'), {})).toEqual({
    kind: 'retry',
    values: { total: 1 },
  });
  expect(mend(error('PGRST204', "Could not find the 'x' column of 'orders'"), { x: 1, y: 2 })).toEqual({
    kind: 'retry',
    values: { y: 2 },
  });
  expect(mend(error('22P02', `invalid input syntax for type integer: "${CANARY}"`), { n: CANARY, t: 'a' })).toEqual({
    kind: 'retry',
    values: { n: 1, t: 'a' },
  });
  expect(mend(error('22P02', `invalid input value for enum kind: "${CANARY}"`), { k: CANARY })).toEqual({
    kind: 'retry',
    values: {},
  });
  expect(mend(error('22001', 'value too long for type character varying(4)'), { a: 'abcdef', n: 1 })).toEqual({
    kind: 'retry',
    values: { a: 'abcd', n: 1 },
  });
  expect(mend(error('23514', 'violates check constraint "orders_status_check"'), { status: 'x' })).toEqual({
    kind: 'retry',
    values: {},
  });
});

test('a foreign key is named by the details, the description or the constraint', () => {
  const refers = { kind: 'refers', column: 'listing_id', table: 'listings' };
  const hidden = 'Key is not present in table "listings".';
  const said = 'violates foreign key constraint "orders_listing_id_fkey"';
  expect(mend(error('23503', said, 'Key (listing_id)=(7) is not present in table "listings".'), {})).toEqual(refers);
  expect(mend(error('23503', said, hidden), { listing_id: 'x' })).toEqual(refers);
  expect(
    repair({ table: 't', values: { listing_id: 1 }, canary: CANARY, owner: A }, error('23503', said, hidden), []),
  ).toEqual(refers);
});

test('what cannot be mended is given up', () => {
  for (const message of [error('42501'), error('P0001', 'no'), error('23514', 'check constraint "x"'), error('')])
    expect(mend(message, { a: 1 })).toEqual({ kind: 'give up' });
});

test('a complaint of a constraint says that the policies let it pass', () => {
  expect(['23502', '23503', '23505', '23514', '42501', '22P02'].filter((code) => isPastPolicies(error(code)))).toEqual([
    '23502',
    '23503',
    '23505',
    '23514',
  ]);
});
