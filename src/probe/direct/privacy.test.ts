import { expect, test } from 'vitest';
import { isIntake, isOthersBusiness, rowsIn, weighRow } from './privacy.ts';

const weigh = (table: string, row: Record<string, unknown>): string => weighRow(table, row).weight;

test('an open row is weighed by what stands in it', () => {
  expect(weigh('profiles', { id: 1, display_name: 'Mara', avatar_url: '/a', bio: 'Potter', role: 'seller' })).toBe(
    'public',
  );
  expect(weigh('profiles', { id: 1, full_name: 'Mara Potter' })).toBe('perhaps');
  expect(weigh('profiles', { id: 1, display_name: 'Mara', email: 'm@x.example' })).toBe('private');
  expect(weigh('profiles', { id: 1, email: null, phone: '' })).toBe('public');
  expect(weigh('listings', { id: 1, title: 'Bowl', seller_id: 2 })).toBe('public');
  expect(weigh('shops', { id: 1, address: 'Lindenweg 4', phone: '1' })).toBe('perhaps');
  expect(weigh('shops', { id: 1, iban: 'DE' })).toBe('private');
  expect(weigh('messages', { id: 1, sender_id: 2, body: 'hello' })).toBe('private');
  expect(weigh('orders', { id: 1, buyer_id: 2, total: 3 })).toBe('perhaps');
  expect(weigh('reviews', { id: 1, author_id: 2, comment: 'Nice' })).toBe('public');
});

test('what others may see of somebody is no leak', () => {
  expect(isOthersBusiness('profiles', { id: 1, display_name: 'Mara' })).toBe(true);
  expect(isOthersBusiness('profiles', { id: 1, email: 'm@x.example' })).toBe(false);
  expect(isOthersBusiness('listings', { id: 1, title: 'Bowl' })).toBe(true);
  expect(isOthersBusiness('orders', { id: 1, total: 3 })).toBe(false);
});

test('what people without an account send', () => {
  expect(['waitlist', 'newsletter_subscribers', 'contact_messages', 'page_views'].every(isIntake)).toBe(true);
  expect(['orders', 'messages', 'profiles', 'listings', 'reviews'].some(isIntake)).toBe(false);
});

test('rows are found in what wraps them', () => {
  expect(rowsIn({ orders: [{ a: 1 }], total: 1 })).toEqual([{ a: 1 }]);
  expect(rowsIn([{ a: 1 }, null, 3])).toEqual([{ a: 1 }]);
  expect(rowsIn({ a: 1 })).toEqual([{ a: 1 }]);
  expect(rowsIn('text')).toEqual([]);
});
