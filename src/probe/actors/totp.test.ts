import { expect, test } from 'vitest';
import { totp } from './totp.ts';

// RFC 6238, appendix B: the key is twenty digits, the codes are cut to six.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('the code at %i seconds is %s', (seconds, code) => {
  expect(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', seconds * 1000)).toBe(code);
  expect(totp('gezd gnbv gy3t qojq gezd gnbv gy3t qojq==', seconds * 1000)).toBe(code);
});

test('what is not base32 gives no code', () => {
  expect(totp('not a secret!', 0)).toBeNull();
  expect(totp('', 0)).toBeNull();
});
