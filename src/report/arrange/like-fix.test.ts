import { expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample-finding.ts';
import { fixesAbove } from './like-fix.ts';

const group = (...steps: readonly string[]) => ({ first: sampleFinding({ fix: { steps } }), others: [] });

const overlap = (page: string, name: string, ...notes: readonly string[]) =>
  group(
    `Rotate the ${name} key before anything else: taking it out of the code does not take it back.`,
    ...notes,
    `Create a new key at ${page}.`,
    `Revoke the old key at ${page}.`,
    `Look through the access log of ${name} for use that was not yours since the day it was exposed.`,
  );

const instant = (page: string) =>
  group('Have the deploy ready: the old value stops working at once.', `Replace it at ${page}.`, 'Deploy.');

it('writes the fix of one kind out once, and names the page of the next', () => {
  const groups = [overlap('https://a.example/keys', 'Acme'), overlap('https://b.example/keys', 'Bolt')];
  expect(fixesAbove(groups)).toEqual([null, { index: 0, page: 'https://b.example/keys', extra: [] }]);
});

it('keeps what only this provider asks for', () => {
  const note = 'Before you delete the old key, read its last use.';
  const groups = [
    overlap('https://a.example/', 'Acme', 'See also https://a.example/help.'),
    overlap('https://b.example/', 'Bolt', note),
  ];
  expect(fixesAbove(groups)[1]).toEqual({ index: 0, page: 'https://b.example/', extra: [note] });
});

it('says no page where it is the same one', () => {
  const groups = [overlap('https://a.example/', 'Acme'), overlap('https://a.example/', 'Acme')];
  expect(fixesAbove(groups)[1]?.page).toBeNull();
});

it('never sends a reader to steps of another way of rotating', () => {
  const groups = [
    overlap('https://a.example/', 'Acme'),
    instant('https://b.example/'),
    overlap('https://c.example/', 'Cast'),
  ];
  expect(fixesAbove(groups).map((like) => like?.index ?? null)).toEqual([null, null, 0]);
});

it('keeps the ways of rotating apart that the secret checks tell', () => {
  const at = (page: string, kind: 'overlap' | 'instant') => {
    const steps =
      kind === 'overlap'
        ? [
            `Create a new key ${page}.`,
            'Put it into the hosting environment (not into a file in the repository) and deploy.',
            'Check that the app still works with it: one real request through the feature that uses it.',
            `Revoke the old key ${page}.`,
          ]
        : [
            'Have the deploy ready: the old value stops working at once.',
            `Replace it ${page}.`,
            'Put the new value into the hosting environment and deploy.',
            'Check that the app still works with it: one real request through the feature that uses it.',
          ];
    return group(...steps, 'Look through the access log for use that was not yours since the day it was exposed.');
  };
  const [page, other, none] = ['at https://a.example/', 'at https://b.example/', 'where it is accepted'];
  for (const [a, b] of [
    [page, none],
    [none, page],
    [none, none],
    [page, other],
  ] as const) {
    expect(fixesAbove([at(a, 'overlap'), at(b, 'instant')])).toEqual([null, null]);
    expect(fixesAbove([at(a, 'instant'), at(b, 'overlap')])).toEqual([null, null]);
  }
});

it('writes out a fix whose file to paste is another', () => {
  const snippet = { path: 'a.json', language: 'json', content: '{}' };
  const groups = [group('Do it.'), { first: sampleFinding({ fix: { steps: ['Do it.'], snippet } }), others: [] }];
  expect(fixesAbove(groups)).toEqual([null, null]);
  expect(fixesAbove(groups.toReversed()).map((like) => like?.index)).toEqual([undefined, 0]);
});
