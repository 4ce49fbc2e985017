import { expect, test } from 'vitest';
import type { DnsRecord } from '../dns/answer.ts';
import { parseAnchors, ROOT_ANCHORS } from './anchors.ts';
import { base32, hashName } from './denial.ts';
import { isMeantBy, keyTag, type DnsKey } from './keys.ts';
import { checkSet } from './rrset.ts';
import { wireName } from './signed-data.ts';

test('names are hashed as RFC 5155, appendix A, hashes them', () => {
  const salt = Buffer.from('aabbccdd', 'hex');
  const hash = (name: string): string => base32(hashName(name, salt, 12));
  expect(hash('example')).toBe('0p9mhaveqvm6t7vbl5lop2u3t2rp3tom');
  expect(hash('a.example')).toBe('35mthgpgcu1qg68fab165klnsnk3dpvl');
  expect(hash('*.w.example')).toBe('r53bq7cc2uvmubfu5ocmm6pers9tk9en');
});

const ED25519: DnsKey = {
  flags: 257,
  algorithm: 15,
  key: Buffer.from('l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=', 'base64'),
};

const mx = (signature: string): DnsRecord[] => [
  { type: 'MX', name: 'example.com', ttl: 3600, data: { preference: 10, exchange: 'mail.example.com' } },
  {
    type: 'RRSIG',
    name: 'example.com',
    ttl: 3600,
    data: {
      typeCovered: 'MX',
      algorithm: 15,
      labels: 2,
      originalTTL: 3600,
      expiration: 1_440_021_600,
      inception: 1_438_207_200,
      keyTag: 3_613,
      signersName: 'example.com.',
      signature: Buffer.from(signature, 'base64'),
    },
  },
];
const SIGNATURE = 'oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngwcrqNAg==';
const signing = (keys: readonly DnsKey[], left = 120) => ({
  zone: 'example.com',
  keys,
  now: 1_439_000_000_000,
  budget: { left },
});

test('the Ed25519 example of RFC 8080 6.1 holds, and no other bytes do', () => {
  expect(keyTag(ED25519)).toBe(3_613);
  const digest = Buffer.from('3aa5ab37efce57f737fc1627013fee07bdf241bd10f3b1964ab55c78e79a304b', 'hex');
  expect(isMeantBy(ED25519, wireName('example.com'), { keyTag: 3_613, algorithm: 15, digestType: 2, digest })).toBe(
    true,
  );
  expect(checkSet(mx(SIGNATURE), 'example.com', 'MX', signing([ED25519]))).toEqual({
    from: 1_438_207_200_000,
    until: 1_440_021_600_000,
  });
  expect(checkSet(mx(SIGNATURE.replace('oL', 'pL')), 'example.com', 'MX', signing([ED25519]))).toEqual({
    problem: 'the signature of the MX records of example.com does not fit them',
  });
});

test('many keys of one tag times many signatures end at the budget (CVE-2023-50387)', () => {
  const many = Array.from({ length: 40 }, (_, index) => mx(Buffer.alloc(64, index + 1).toString('base64'))[1]!);
  const it = signing(Array.from({ length: 20 }, () => ED25519));
  expect(checkSet([mx('')[0]!, ...many], 'example.com', 'MX', it)).toEqual({
    problem: 'it has more keys and signatures than are tried',
  });
  expect(it.budget.left).toBe(-1);
});

test('the keys of the root are built in, and files of anchors are read with their line named', () => {
  expect(ROOT_ANCHORS.map((anchor) => ('ds' in anchor ? anchor.ds.keyTag : 0))).toEqual([20_326, 38_696]);
  const file = `; a private root
. 172800 IN DS 20326 8 2 (
  E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC6834
  57104237C7F8EC8D )
shop.test. IN DNSKEY 257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=`;
  expect(parseAnchors(file)).toEqual({ anchors: [ROOT_ANCHORS[0], { zone: 'shop.test', key: ED25519 }] });
  expect(parseAnchors('. IN DS 1 8\n')).toEqual({ problem: 'line 1: what stands behind DS cannot be read' });
  expect(parseAnchors('\n')).toEqual({ problem: 'no DS and no DNSKEY stands in it' });
});
