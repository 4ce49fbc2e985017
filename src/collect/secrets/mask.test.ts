import { expect, test } from 'vitest';
import { mask } from './mask.ts';
import { expandSample } from './samples.ts';

test.each([
  ['sk_live_{alnum:24}', /^sk_live_\*{4}\w\w$/],
  ['ghp_{alnum:36}', /^ghp_\*{4}\w\w$/],
  ['{alnum:40}', /^\w{4}\*{4}\w\w$/],
  ['{alnum:23}', /^\w{4}\*{4}$/],
  ['{alnum:12}', /^\w{2}\*{4}$/],
  ['{alnum:4}', /^\*{4}$/],
])('%s keeps its prefix and little else', (template, shape) => {
  expect(mask(expandSample(template))).toMatch(shape);
});

test('shows no more than the prefix or a fifth, and two characters of what is long', () => {
  for (let length = 1; length <= 80; length++) {
    const shown = mask(expandSample(`{digit:${length}}`, 'mask')).replace('****', '');
    expect(shown.length).toBeLessThanOrEqual(Math.floor(length / 5) + (length >= 24 ? 2 : 0));
  }
});
