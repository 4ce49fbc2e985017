import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expandSample } from '../samples.ts';
import { hasValidChecksum } from './checksum.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Appends the checksum; written another way round than the code under test (BigInt, from the highest digit). */
const withChecksum = (prefix: string, body: string): string => {
  const value = BigInt(crc32(body));
  return prefix + body + [5n, 4n, 3n, 2n, 1n, 0n].map((power) => DIGITS[Number((value / 62n ** power) % 62n)]).join('');
};

describe('hasValidChecksum', () => {
  test('agrees with a published pair of body and checksum', () => {
    // An expired token without rights that stands in a public gist about the format.
    expect(hasValidChecksum('github', ['ghp', 'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17'].join('_'))).toBe(true);
  });

  test.each(['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'])('%s tokens are GitHub tokens', (prefix) => {
    const token = withChecksum(prefix, expandSample('{alnum:30}', prefix));
    expect(hasValidChecksum('github', token)).toBe(true);
    expect(hasValidChecksum('npm', token)).toBe(false);
  });

  test('npm tokens carry the same checksum', () => {
    expect(hasValidChecksum('npm', withChecksum('npm_', expandSample('{alnum:30}')))).toBe(true);
  });

  test('a small checksum is padded with zeros', () => {
    const bodies = Array.from({ length: 400 }, (_, i) => expandSample('{alnum:30}', String(i)));
    const small = bodies.filter((body) => crc32(body) < 62 ** 5);
    expect(small.length).toBeGreaterThan(0);
    for (const body of small) {
      const token = withChecksum('ghp_', body);
      expect(token.at(-6)).toBe('0');
      expect(hasValidChecksum('github', token)).toBe(true);
    }
  });

  test('one changed character breaks it', () => {
    const token = withChecksum('ghp_', expandSample('{alnum:30}'));
    const other = token[10] === 'a' ? 'b' : 'a';
    expect(hasValidChecksum('github', token.slice(0, 10) + other + token.slice(11))).toBe(false);
  });

  test.each(['', 'ghp_', 'ghp_short', 'xyz_{alnum:36}', 'github_pat_{alnum:36}', 'ghp_{alnum:36}\n'])(
    '%j is not a token',
    (text) => {
      expect(hasValidChecksum('github', expandSample(text))).toBe(false);
      expect(hasValidChecksum('npm', expandSample(text))).toBe(false);
    },
  );
});
