import { expect, test } from 'vitest';
import { isAligned, policyFor, walkNames, walkTree, type AskTexts } from './tree-walk.ts';

const zone =
  (records: Readonly<Record<string, string | readonly string[] | null>>): AskTexts =>
  (name) => {
    const found = records[name];
    return Promise.resolve(found === null ? null : found === undefined ? [] : [found].flat());
  };

test.each([
  ['shop.test', ['shop.test', 'test']],
  ['a.mail.shop.test', ['a.mail.shop.test', 'mail.shop.test', 'shop.test', 'test']],
  // Nine labels and more: the second question is of seven.
  [
    'a.b.c.d.e.f.g.h.i.j.mail.example.com',
    [
      'a.b.c.d.e.f.g.h.i.j.mail.example.com',
      'g.h.i.j.mail.example.com',
      'h.i.j.mail.example.com',
      'i.j.mail.example.com',
      'j.mail.example.com',
      'mail.example.com',
      'example.com',
      'com',
    ],
  ],
])('the walk from %s', (domain, names) => {
  expect(walkNames(domain)).toEqual(names);
  expect(names.length).toBeLessThanOrEqual(8);
});

test.each<[string, string, Readonly<Record<string, string | readonly string[]>>, string]>([
  ['no record', 'mail.shop.test', {}, 'mail.shop.test'],
  ['one above', 'mail.shop.test', { '_dmarc.shop.test': 'v=DMARC1; p=reject' }, 'shop.test'],
  [
    'the highest of several',
    'a.mail.shop.test',
    { '_dmarc.mail.shop.test': 'v=DMARC1; p=none', '_dmarc.shop.test': 'v=DMARC1; p=reject' },
    'shop.test',
  ],
  [
    'a public suffix above',
    'mail.giant.bank.example',
    { '_dmarc.bank.example': 'v=DMARC1; p=reject; psd=y', '_dmarc.giant.bank.example': 'v=DMARC1; p=none' },
    'giant.bank.example',
  ],
  [
    'a public suffix alone',
    'mail.mega.bank.example',
    { '_dmarc.bank.example': 'v=DMARC1; psd=y' },
    'mega.bank.example',
  ],
  [
    'a part that speaks for itself',
    'a.region.shop.test',
    { '_dmarc.region.shop.test': 'v=DMARC1; p=none; psd=n', '_dmarc.shop.test': 'v=DMARC1; p=reject' },
    'region.shop.test',
  ],
  [
    'two records are none',
    'a.shop.test',
    { '_dmarc.shop.test': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
    'a.shop.test',
  ],
  ['a record of another kind', 'a.shop.test', { '_dmarc.shop.test': 'v=spf1 -all' }, 'a.shop.test'],
])('the organizational domain: %s', async (_, domain, records, organizational) => {
  expect((await walkTree(domain, zone(records))).organizational).toBe(organizational);
});

test.each<[string, string, boolean, Readonly<Record<string, string>>, string | undefined]>([
  [
    'its own',
    'shop.test',
    true,
    { '_dmarc.shop.test': 'v=DMARC1; p=quarantine; sp=reject' },
    'quarantine by p of shop.test',
  ],
  [
    'for subdomains',
    'a.shop.test',
    true,
    { '_dmarc.shop.test': 'v=DMARC1; p=none; sp=reject' },
    'reject by sp of shop.test',
  ],
  [
    'for those that do not exist',
    'x.shop.test',
    false,
    { '_dmarc.shop.test': 'v=DMARC1; p=none; np=reject' },
    'reject by np of shop.test',
  ],
  [
    'np is sp where it is not given',
    'x.shop.test',
    false,
    { '_dmarc.shop.test': 'v=DMARC1; p=reject; sp=none' },
    'none by np of shop.test',
  ],
  ['tried out', 'shop.test', true, { '_dmarc.shop.test': 'v=DMARC1; p=reject; t=y' }, 'quarantine by p of shop.test'],
  [
    'of the public suffix',
    'mega.bank.example',
    true,
    { '_dmarc.bank.example': 'v=DMARC1; p=reject; psd=y' },
    'reject by sp of bank.example',
  ],
  ['none', 'shop.test', true, {}, undefined],
])('the policy: %s', async (_, domain, exists, records, expected) => {
  const found = policyFor(await walkTree(domain, zone(records)), exists);
  expect(found && `${found.policy} by ${found.by} of ${found.from}`).toBe(expected);
});

test('alignment: relaxed within one organization, strict for the very same name', async () => {
  const ask = zone({ '_dmarc.shop.test': 'v=DMARC1; p=reject' });
  const [author, sub, other] = await Promise.all(
    ['shop.test', 'send.shop.test', 'mailer.example'].map((domain) => walkTree(domain, ask)),
  );
  expect(isAligned('r', author!, sub!)).toBe(true);
  expect(isAligned('s', author!, sub!)).toBe(false);
  expect(isAligned('s', author!, author!)).toBe(true);
  expect(isAligned('r', author!, other!)).toBe(false);
});

test('an answer that is missing makes the walk incomplete', async () => {
  expect((await walkTree('shop.test', () => Promise.resolve(null))).isComplete).toBe(false);
});
