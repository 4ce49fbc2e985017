import { expect, test } from 'vitest';
import { money } from './money.ts';

test('prints the currency without decimals', () => {
  expect(money(1200, 'USD')).toBe('$1,200');
  expect(money(1199.6, 'EUR')).toBe('€1,200');
});

test('prints what is no currency code as it was given, bounded', () => {
  expect(money(1200.4, 'coins')).toBe('1,200 coins');
  expect(money(1, 'x'.repeat(500)).length).toBeLessThan(20);
});
