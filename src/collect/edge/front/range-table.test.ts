import { describe, expect, test } from 'vitest';
import { RANGES } from './ranges.ts';
import { parseRanges, rangeTable } from './range-table.ts';

describe('whose an address is', () => {
  test.each([
    ['104.16.132.229', 'cloudflare'],
    ['2606:4700::6810:84e5', 'cloudflare'],
    ['151.101.1.140', 'fastly'],
    ['13.224.10.1', 'cloudfront'],
    ['76.76.21.21', 'vercel'],
    ['216.24.57.1', 'render'],
    ['185.199.108.153', 'github-pages'],
  ])('%s', (address, vendor) => {
    expect(rangeTable().find(address)?.vendor).toBe(vendor);
  });

  test.each(['192.0.2.1', '8.8.8.8', '2001:4860:4860::8888', '104.15.255.255', 'no address'])(
    '%s is nobody’s',
    (address) => {
      expect(rangeTable().find(address)).toBe(null);
    },
  );

  test('the closest range counts, and own ranges take the place of the built-in ones of that vendor', () => {
    const table = rangeTable({ cloudflare: ['192.0.2.0/24'], mine: ['192.0.2.128/25'] });
    expect(table.find('192.0.2.1')).toEqual({ vendor: 'cloudflare', range: '192.0.2.0/24' });
    expect(table.find('192.0.2.200')).toEqual({ vendor: 'mine', range: '192.0.2.128/25' });
    expect(table.find('104.16.132.229')).toBe(null);
    expect(table.find('76.76.21.21')?.vendor).toBe('vercel');
  });
});

test('every built-in range is one', () => {
  expect(parseRanges(JSON.stringify(RANGES))).toEqual(RANGES);
});

describe('a file of ranges is refused', () => {
  test.each([
    ['no JSON', '{', /JSON/],
    ['a list', '[]', /must be an object/],
    ['a vendor that is no name', '{"__proto__ x":[]}', /no vendor’s name/],
    ['no list', '{"cloudflare":"192.0.2.0/24"}', /must be a list/],
    ['an address without a length', '{"cloudflare":["192.0.2.1"]}', /is no range/],
    ['a length that is too long', '{"cloudflare":["192.0.2.0/33"]}', /is no range/],
    ['too many', JSON.stringify({ a: Array.from({ length: 20_001 }, () => '192.0.2.0/24') }), /more than 20,000/],
  ])('%s', (_name, text, said) => {
    expect(() => parseRanges(text)).toThrow(said);
  });
});
