import { expect, test } from 'vitest';
import { isDmarc, parseDmarc } from './record.ts';

test.each([
  ['v=DMARC1; p=none', true],
  ['v = DMARC1 ;p=none', true],
  ['v=DMARC1', true],
  ['v=dmarc1; p=none', false],
  ['v=DMARC10; p=none', false],
  ['p=none; v=DMARC1', false],
  [' v=DMARC1; p=none', false],
])('%s is a record: %s', (text, expected) => {
  expect(isDmarc(text)).toBe(expected);
});

test.each<[string, object]>([
  [
    'v=DMARC1; p=reject',
    { p: 'reject', sp: 'reject', np: 'reject', adkim: 'r', aspf: 'r', psd: 'u', testing: false, remarks: [] },
  ],
  [
    'v=DMARC1;adkim=s;aspf=S;sp=quarantine;p=Reject;',
    { p: 'reject', sp: 'quarantine', np: 'quarantine', adkim: 's', aspf: 's' },
  ],
  ['v=DMARC1; rua=mailto:d@shop.test', { p: 'none', counts: true, remarks: [{ tag: 'p', kind: 'missing' }] }],
  ['v=DMARC1; p=block', { p: 'none', counts: false, remarks: [{ tag: 'p', kind: 'value' }] }],
  [
    'v=DMARC1; p=reject; sp=quarantin; rua=mailto:d@shop.test',
    { p: 'none', sp: 'none', np: 'none', counts: true, remarks: [{ tag: 'sp', kind: 'value' }] },
  ],
  ['v=DMARC1; p=reject; np=rejct; rua=d@shop.test', { p: 'none', np: 'none', counts: false }],
  ['v=DMARC1; rua=https://reports.example/in', { p: 'none', counts: true }],
  ['v=DMARC1; p=reject; adkim=x', { p: 'reject', counts: true }],
  [
    'v=DMARC1; p=none; pct=50; x-own=1',
    {
      remarks: [
        { tag: 'pct', kind: 'removed' },
        { tag: 'x-own=1', kind: 'not-a-tag' },
      ],
    },
  ],
  ['v=DMARC1; p=none; p=reject', { p: 'none', remarks: [{ tag: 'p', kind: 'twice' }] }],
  ['v=DMARC1; p=none; rua=d@shop.test', { rua: [], remarks: [{ tag: 'rua', kind: 'uri' }] }],
  [
    'v=DMARC1; p=none; rua=mailto:a@Shop.test!10m,mailto:b@reports.example',
    {
      rua: [
        { uri: 'mailto:a@Shop.test', domain: 'shop.test', limited: true },
        { uri: 'mailto:b@reports.example', domain: 'reports.example', limited: false },
      ],
    },
  ],
])('%s', (text, expected) => {
  expect(parseDmarc(text)).toMatchObject(expected);
});
