import { describe, expect, test } from 'vitest';
import { expandSample } from './samples.ts';
import { scrubbed, scrubText } from './scrub.ts';

const key = expandSample('sk_live_{alnum:24}');
const token = expandSample('ghp_{alnum:36}');

describe('a key in a name', () => {
  test.each([
    ['a path', `notes/${key}.txt`, /^notes\/sk_live_\*{4}\w\w\.txt$/],
    ['a branch', `feature/${token}`, /^feature\/ghp_\*{4}\w\w$/],
    ['an author', `Bob Ünal ${key}`, /^Bob Ünal sk_live_\*{4}\w\w$/],
    ['two of them', `${key} and ${token}`, /^sk_live_\*{4}\w\w and ghp_\*{4}\w\w$/],
  ])('is masked in %s', (_, text, masked) => {
    expect(scrubText(text)).toMatch(masked);
  });

  test('leaves other names as they are', () => {
    for (const text of [
      'src/token/api-key.ts',
      'Zoë',
      'feature/add-secret-scanning',
      'a'.repeat(40),
      '日本語の名前です',
    ])
      expect(scrubText(text)).toBe(text);
  });

  test('is masked at any depth of plain data, and nothing else changes', () => {
    const data = {
      path: `a/${key}`,
      places: [{ line: 3, author: `Bob ${key}`, blob: null }],
      ok: true,
      none: undefined,
    };
    const clean = scrubbed(data);
    expect(JSON.stringify(clean)).not.toContain(key);
    expect(clean).toMatchObject({ places: [{ line: 3, blob: null }], ok: true });
    expect(Object.keys(clean)).toEqual(Object.keys(data));
  });
});
