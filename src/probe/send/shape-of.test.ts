import { expect, test } from 'vitest';
import { shapeOf } from './shape-of.ts';

const shape = (text: string): string => Buffer.from(shapeOf(Buffer.from(text))).toString('utf8');

test('names stay and values go', () => {
  expect(shape('[{"email":"jo@mail.example","age":41,"paid":true,"note":null,"to":{"city":"Berlin"}}]')).toBe(
    '[{"email":"j***","age":0,"paid":true,"note":null,"to":{"city":"B***"}}]',
  );
});

test('names that are data themselves go, too', () => {
  expect(shape('{"jo@mail.example":{"line1":"x"},"a1b2c3d4e5":2,"invoice-1.pdf":true}')).toBe(
    '{"j***1":{"line1":"x***"},"a***2":0,"i***3":true}',
  );
});

test('what is not JSON, or too much of it, is only counted', () => {
  expect(shape('<p>jo@mail.example</p>')).toBe('(22 bytes, not shown)');
  expect(shape(`["${'x'.repeat(300_000)}"]`)).toBe('(300004 bytes, not shown)');
  expect(shape('')).toBe('');
});
