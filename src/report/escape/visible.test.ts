import { describe, expect, it } from 'vitest';
import { visible, visibleLines } from './visible.ts';

describe('visible', () => {
  it('spells out terminal escapes, line breaks and C1 controls', () => {
    expect(visible('a\u001b[31mb\nc\r\td\u009b')).toBe('a\\x1b[31mb\\nc\\r\\td\\x9b');
  });

  it('spells out bidi overrides, invisible characters and tag characters', () => {
    expect(visible('a\u202eb\u2066c\u200bd\ufeffe\u{e0041}')).toBe('a\\u202eb\\u2066c\\u200bd\\ufeffe\\u{e0041}');
  });

  it('spells out half a surrogate pair and keeps whole ones', () => {
    expect(visible('x\ud83d y😀')).toBe('x\\ud83d y😀');
  });

  it('keeps accents, wide characters and joined emoji', () => {
    const text = 'é 日本 👩‍🚀 ❤️';
    expect(visible(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const once = visible('\u001b\n\u202e');
    expect(visible(once)).toBe(once);
  });
});

describe('visibleLines', () => {
  it('splits at every kind of line break and widens tabs', () => {
    expect(visibleLines('a\r\n\tb\rc\u001b')).toEqual(['a', '  b', 'c\\x1b']);
  });
});
