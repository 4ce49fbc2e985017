import { describe, expect, it } from 'vitest';
import { padWidth, takeWidth, textWidth } from './text-width.ts';
import { cutEnd, cutStart, wrap } from './wrap.ts';

describe('textWidth', () => {
  it('counts cells, not units', () => {
    expect(['abc', '日本', 'é', 'e\u0301', '👩‍🚀', '❤️', '✖ ■ –'].map(textWidth)).toEqual([3, 4, 1, 1, 2, 2, 5]);
  });

  it('never takes half a wide character', () => {
    expect(takeWidth('日本語', 5)).toBe('日本');
    expect(padWidth('日', 4)).toBe('日  ');
  });
});

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks a long path behind its separators', () => {
    expect(wrap('see src/some/folder/file-name.ts now', 16)).toEqual(['see', 'src/some/folder/', 'file-name.ts now']);
  });

  it('breaks a word that has no separator, wide characters too', () => {
    expect(wrap('x'.repeat(7), 3)).toEqual(['xxx', 'xxx', 'x']);
    expect(wrap('日本語', 3)).toEqual(['日', '本', '語']);
  });

  it('gives one empty line for nothing', () => {
    expect(wrap('', 10)).toEqual(['']);
  });
});

describe('cutting', () => {
  it('keeps the start of a sentence and the end of a path', () => {
    expect(cutEnd('one two three', 9, '…')).toBe('one two…');
    expect(cutStart('src/some/file.ts', 9, '…')).toBe('…/file.ts');
    expect(cutEnd('short', 9, '…')).toBe('short');
  });
});
