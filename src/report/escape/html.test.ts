import { expect, it } from 'vitest';
import { markup, htmlLines, htmlText } from './html.ts';

it('escapes markup and attribute quotes', () => {
  expect(htmlText(`<script>"a"&'b'</script>`)).toBe('&lt;script&gt;&quot;a&quot;&amp;&#39;b&#39;&lt;/script&gt;');
});

it('spells out terminal escapes and bidi overrides', () => {
  expect(htmlText('a\u001b[31m\u202eb\nc')).toBe('a\\x1b[31m\\u202eb\\nc');
});

it('escapes what is put into a template, but not templates', () => {
  const inner = markup`<b>${'<i>'}</b>`;
  expect(markup`<p title="${'"x'}">${inner}${['<', markup`<hr>`]}${null}${false}${0}</p>`.html).toBe(
    '<p title="&quot;x"><b>&lt;i&gt;</b>&lt;<hr>0</p>',
  );
});

it('keeps the lines of a pre', () => {
  expect(htmlLines('<a>\n\tb').html).toBe('&lt;a&gt;\n  b');
});
