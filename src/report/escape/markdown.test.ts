import { describe, expect, it } from 'vitest';
import { markdownCellCode, markdownCode, markdownFence, markdownText } from './markdown.ts';

describe('markdownText', () => {
  it('leaves no markup, HTML or table bar', () => {
    expect(markdownText('<script> **a** [b](c) | `d` &lt;')).toBe(
      '&lt;script\\> \\*\\*a\\*\\* \\[b\\](c) \\| \\`d\\` &amp;lt;',
    );
  });

  it('keeps people and issues from being mentioned, and addresses readable', () => {
    expect(markdownText('@everyone see #12, mail a@example.com')).toBe(
      '@<!-- -->everyone see #<!-- -->12, mail a@example.com',
    );
  });

  it('starts no heading, list or rule', () => {
    expect(['# a', '- a', '+ a', '1. a', '==='].map(markdownText)).toEqual([
      '\\# a',
      '\\- a',
      '\\+ a',
      '1\\. a',
      '\\===',
    ]);
  });

  it('stays on one line', () => {
    expect(markdownText('a\n# b')).toBe('a\\\\n# b');
  });
});

describe('markdownCode', () => {
  it('uses a fence longer than what stands inside', () => {
    expect(markdownCode('a `` b')).toBe('```a `` b```');
    expect(markdownCode('`a`')).toBe('`` `a` ``');
  });

  it('keeps a bar from ending a table cell', () => {
    expect(markdownCellCode('a|b')).toBe('`a\\|b`');
  });
});

describe('markdownFence', () => {
  it('cannot be closed from inside', () => {
    expect(markdownFence('```\n<b>\n````', 'js`onload')).toBe('`````jsonload\n```\n<b>\n````\n`````');
  });
});
