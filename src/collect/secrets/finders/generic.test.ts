import { describe, expect, test } from 'vitest';
import { baseDetector } from '../base-detector.ts';
import { expandSample } from '../samples.ts';

const found = (text: string): (string | undefined)[] =>
  baseDetector()
    .scan(Buffer.from(text))
    .hits.map((hit) => hit.confidence);

describe('a value under a telling name', () => {
  test('counts when it looks random', () => {
    expect(found(`JWT_SECRET = "${expandSample('{alnum:32}', 'generic')}"`)).toEqual(['medium']);
  });

  test.each([
    'change-me-9f8e7d6c5b4a',
    'your-api-key-8f3kd02jf7',
    'placeholder-kJ8mP2vL9qR4',
    'xxxxxxxxkJ8mP2vL9qR4tW7zX1',
  ])('does not when it says that it is none: %s', (value) => expect(found(`JWT_SECRET = "${value}"`)).toEqual([]));

  test.each(['qwertyuiop1234567890', 'abcdefghijklmnop12345678'])('counts little when it was typed: %s', (value) => {
    expect(found(`JWT_SECRET = "${value}"`)).toEqual(['low']);
    expect(found(`cache_key = "${value}"`)).toEqual([]);
  });
});
