import { expect, it } from 'vitest';
import { xmlAttribute, xmlText } from './xml.ts';

it('escapes markup and the end of a CDATA section', () => {
  expect(xmlText(`a]]><b c="d'">&`)).toBe('a]]&gt;&lt;b c=&quot;d&#39;&quot;&gt;&amp;');
});

it('spells out characters that XML 1.0 cannot hold', () => {
  expect(xmlText('a\u001b[31m\u0000\ufffe\ud800b😀')).toBe('a\\u001b[31m\\u0000\\ufffe\\ud800b😀');
});

it('keeps line breaks in an attribute', () => {
  expect(xmlAttribute('a\nb\tc')).toBe('a&#10;b&#9;c');
});
