import { expect, test } from 'vitest';
import { wrappedChange } from './wrapped-change.ts';

const text = { type: 'string' };
const article = { type: 'object', properties: { title: text, body: text }, required: ['title'] };

test('one member changes inside, what must be sent stays', () => {
  const changed = wrappedChange({ article }, { article: { title: 'Old', body: 'Old', slug: 'old' } });
  expect(changed).toEqual({ article: { title: 'Old', body: expect.stringMatching(/^Launch Ready check/) } });
});

test.each([
  ['no wrapper', { title: text }, { title: 'Old' }],
  ['two members', { article, note: text }, { article: { title: 'Old' } }],
  ['an answer without it', { article }, { title: 'Old' }],
  ['what must be sent is not shown', { article }, { article: { body: 'Old' } }],
])('%s', (_, members, now) => expect(wrappedChange(members, now)).toBeUndefined());
