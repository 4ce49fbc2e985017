import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answered, unanswered } from '../access/test-app.ts';
import { judgeChild } from './foreign-children.ts';
import { isSameFile, textOfPdf } from './judge-file.ts';
import { entropyOf, isTwin, judgeRead, type ReadSeen } from './judge-read.ts';
import { leaksOf } from './list-leak.ts';
import { otherAuthor } from './spoof-effect.ts';
import { eventsIn, sharedEvent } from './stream-leak.ts';
import { hasData } from './graphql-object.ts';

const ORDER = { id: 'o-1', total: 2400, address: 'lrabcdefghijkl', state: 'paid' };
const seen = (more: Partial<ReadSeen>): ReadSeen => ({
  control: answered(200, ORDER),
  attack: answered(200, ORDER),
  missing: answered(404),
  planted: ['lrabcdefghijkl'],
  read: ['lrabcdefghijkl'],
  inMissing: [],
  scoped: false,
  named: false,
  privateThing: true,
  showcase: false,
  capability: false,
  ...more,
});
const noCanary = { planted: [], read: [] };

describe('a read of somebody else’s object', () => {
  test.each<[string, Partial<ReadSeen>, string]>([
    ['the canary was read', {}, 'confirmed'],
    ['denied, but 200', { attack: answered(200, { error: 'no', data: null }), read: [] }, 'refuted'],
    [
      'an echo of the asker’s own',
      { attack: answered(200, { id: 'o-2', total: 1, address: 'mine', state: 'new' }), read: [] },
      'refuted',
    ],
    ['redacted', { attack: answered(200, { id: 'o-1', state: 'paid' }), read: [] }, 'refuted'],
    ['denied by 404', { attack: answered(404), read: [] }, 'refuted'],
    ['denied by 400', { attack: answered(400), read: [] }, 'refuted'],
    ['the owner cannot read it either', { control: answered(409) }, 'inconclusive'],
    ['no answer', { attack: unanswered() }, 'inconclusive'],
    ['too many requests', { attack: answered(429) }, 'inconclusive'],
    ['a public thing', { showcase: true }, 'refuted'],
    ['a capability address', { capability: true }, 'refuted'],
    ['the same for an id that does not exist', { inMissing: ['lrabcdefghijkl'] }, 'refuted'],
    ['no canary, the owner’s answer, listed to the owner alone', { ...noCanary, scoped: true }, 'confirmed'],
    ['no canary, the owner’s answer, not shown to be private', noCanary, 'likely'],
    ['no canary, and it names its owner', { ...noCanary, named: true }, 'confirmed'],
    [
      'no canary, it names its owner, and what does not exist looks alike',
      { ...noCanary, named: true, missing: answered(200, ORDER) },
      'refuted',
    ],
    [
      'no canary, and another one of its owner',
      { ...noCanary, named: true, attack: answered(200, { id: 'o-2' }) },
      'refuted',
    ],
    ['no canary, nothing private by its name', { ...noCanary, privateThing: false, scoped: true }, 'refuted'],
    [
      'no canary, and what does not exist looks alike',
      { ...noCanary, scoped: true, missing: answered(200, ORDER) },
      'refuted',
    ],
    [
      'an empty list',
      { ...noCanary, control: answered(200, { items: [] }), attack: answered(200, { items: [] }) },
      'refuted',
    ],
  ])('%s', (_, more, verdict) => {
    expect(judgeRead(seen(more)).verdict).toBe(verdict);
  });
  test('twins need values that say something', () => {
    expect(isTwin(answered(200, { a: 1, b: true }), answered(200, { a: 1, b: true }))).toBe(false);
    expect(isTwin(answered(200, ORDER), answered(200, { ...ORDER, id: 'o-1' }))).toBe(true);
  });
  test('what must be guessed', () => {
    expect(entropyOf('17')).toBe(0);
    expect(entropyOf('7d86a93d-c745-4a24-bd02-934ef1f845fb')).toBeGreaterThan(64);
    expect(entropyOf('breakfast-bowl')).toBe(0);
  });
});

test('contact data in one’s own rows are no leak of the list', () => {
  const canary = { value: 'x', owner: 'ann', public: false };
  expect(leaksOf([{ ...canary, place: 'account.phone' }], false)).toEqual([]);
  expect(leaksOf([{ ...canary, place: 'order.note' }], false)).toHaveLength(1);
});

describe('a child below somebody else’s parent', () => {
  const base = { before: answered(200, { messages: [] }), mark: 'the mark', changed: false };
  test.each([
    [
      'read by the owner',
      { answer: answered(201), after: answered(200, { messages: [{ body: 'the mark' }] }) },
      'confirmed',
    ],
    ['a 201 that added nothing', { answer: answered(201), after: answered(200, { messages: [] }) }, 'refuted'],
    ['refused', { answer: answered(404), after: answered(200, { messages: [] }) }, 'refuted'],
    ['taken, and nowhere to be read', { answer: answered(201), after: undefined }, 'inconclusive'],
    ['refused, but the parent has changed', { answer: answered(404), after: undefined, changed: true }, 'confirmed'],
  ])('%s', (_, more, verdict) => {
    expect(judgeChild({ ...base, ...more })).toBe(verdict);
  });
});

test('who made a thing', () => {
  expect(otherAuthor({ from: 'buyer', body: 'a' }, { from: 'seller', body: 'b' }, ['a', 'b'])).toBe('from');
  expect(otherAuthor({ from: 'buyer', name: 'a' }, { from: 'buyer', name: 'b' }, ['a', 'b'])).toBeUndefined();
});

test('files: the same but for times, and what a PDF says', () => {
  const pdf = (text: string, at: string) => {
    const packed = deflateSync(Buffer.from(`BT <${Buffer.from(text).toString('hex')}> Tj ET`));
    return Buffer.concat([
      Buffer.from(`%PDF-1.7 /CreationDate (D:2026${at}) stream\n`),
      packed,
      Buffer.from('\nendstream %%EOF'),
    ]);
  };
  const file = (body: Buffer) =>
    answered(200, undefined, { body, text: body.toString(), headers: { 'content-type': 'application/pdf' } });
  expect(textOfPdf(pdf('lrabcdefghijkl', '01'))).toContain('lrabcdefghijkl');
  expect(isSameFile(file(pdf('one', '01')), file(pdf('one', '02')))).toBe(true);
  expect(isSameFile(file(pdf('one', '01')), file(pdf('two', '01')))).toBe(false);
  expect(isSameFile(file(pdf('one', '01')), answered(200, { error: 'no' }))).toBe(false);
});

test('events: keep-alives are none, and a count alone proves nothing', () => {
  expect(eventsIn(': ping\n\ndata: {"unread":5}\n\nevent: x\ndata: {"id":"1"}\n\n')).toEqual([
    '{"unread":5}',
    '{"id":"1"}',
  ]);
  expect(sharedEvent('data: {"unread":5}\n\n', 'data: {"unread":5}\n\n')).toBeUndefined();
  expect(sharedEvent('data: {"id":"n-1"}\n\n', 'data: {"id":"n-1"}\n\n')).toBe('{"id":"n-1"}');
});

test('GraphQL: errors and nulls are no data', () => {
  expect(hasData(answered(200, { data: { user: null }, errors: [{}] }), 'user')).toBe(false);
  expect(hasData(answered(200, { data: { user: { email: 'a' } } }), 'user')).toBe(true);
});
