import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { findPatterns } from '../registry.ts';

/** What becomes markup in a file, by the name that the code gives it. */
const found = async (text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  findPatterns(await programOf({ 'src/page.tsx': text, ...others }))
    .filter(({ kind }) => kind === 'markup')
    .map(({ what, tells = [] }) => `${what}: ${tells.join(' ')}`);

const element = (value: string, before = ''): string =>
  `${before}\nexport const Page = ({ listing, flag }) => <p dangerouslySetInnerHTML={{ __html: ${value} }} />;`;

test.each([
  ['a member of what it is given', element('listing.description'), ['dangerouslySetInnerHTML: listing.description']],
  ['one of two', element("flag ? listing.bio : ''"), ['dangerouslySetInnerHTML: listing.bio']],
  ['pasted between tags', element('`<b>${listing.title}</b>`'), ['dangerouslySetInnerHTML: listing.title']],
  [
    'line breaks are no escape',
    element("listing.description.replace(/\\n/g, '<br>')"),
    ['dangerouslySetInnerHTML: listing.description'],
  ],
  [
    'Markdown that lets tags through',
    element('marked.parse(listing.body)', "import { marked } from 'marked';"),
    ['dangerouslySetInnerHTML: listing.body'],
  ],
  [
    'a function of the app that does not escape',
    element('lines(listing.body)', "const lines = (text) => text.split('\\n').join('<br>');"),
    ['dangerouslySetInnerHTML: listing.body'],
  ],
  [
    'a part of it, by its name',
    `export const Page = ({ listing }) => { const { description } = listing; return <p dangerouslySetInnerHTML={{ __html: description }} />; };`,
    ['dangerouslySetInnerHTML: listing.description'],
  ],
  [
    'through a component',
    `const Html = ({ text }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\nexport const Page = ({ comment }) => <Html text={comment.body} />;`,
    ['dangerouslySetInnerHTML: comment.body'],
  ],
  [
    'innerHTML of a list',
    "export const show = (box, items) => { box.innerHTML = items.map((item) => `<li>${item.name}</li>`).join(''); };",
    ['innerHTML: item.name'],
  ],
  [
    'what a link says',
    "document.body.innerHTML = `<h1>${new URLSearchParams(location.search).get('q')}</h1>`;\nexport const q = (searchParams, el) => { el.insertAdjacentHTML('beforeend', searchParams.get('q')); };",
    ['innerHTML: URLSearchParams().get()', 'insertAdjacentHTML: searchParams.get()'],
  ],
  [
    'an answer that is a page',
    "import express from 'express';\nexpress().get('/', (req, res) => res.send(`<h1>No ${req.query.q}</h1>`));",
    ['res.send: req.query.q'],
  ],
  [
    'kept from a tag that escapes',
    "import { html, raw } from 'hono/html';\nexport const view = (listing) => html`<p>${raw(listing.description)}</p>`;",
    ['raw: listing.description'],
  ],
  [
    'JSON in a script',
    "export const Page = ({ listing }) => { const data = { '@type': 'Product', name: listing.title }; return <script type='application/ld+json' dangerouslySetInnerHTML={{ __html: JSON.stringify(data) }} />; };",
    ['JSON.stringify: listing.title'],
  ],
])('%s', async (_, text, expected) => expect(await found(text)).toEqual(expected));

test.each([
  ['a text of the code', element('TEXTS.intro.content', "const TEXTS = { intro: { content: '<b>Hi</b>' } };")],
  [
    'a translation',
    element("t('intro.text')", "import { useTranslation } from 'react-i18next';\nconst { t } = useTranslation();"),
  ],
  ['cleaned', element('DOMPurify.sanitize(listing.description)', "import DOMPurify from 'dompurify';")],
  [
    'cleaned before',
    `import sanitizeHtml from 'sanitize-html';\nexport const Page = ({ listing }) => { const clean = sanitizeHtml(listing.body); return <p dangerouslySetInnerHTML={{ __html: clean }} />; };`,
  ],
  ['escaped by hand', element("listing.description.replace(/</g, '&lt;').replace(/\\n/g, '<br>')")],
  [
    'escaped by a function of the app',
    element('lines(listing.body)', "const lines = (text) => text.replaceAll('<', '&lt;').split('\\n').join('<br>');"),
  ],
  [
    'Markdown that does not',
    element('md.render(listing.body)', "import MarkdownIt from 'markdown-it';\nconst md = new MarkdownIt();"),
  ],
  [
    'a list of the code',
    "const STEPS = [{ text: '<b>1</b>' }];\nexport const Page = () => STEPS.map((step) => <p dangerouslySetInnerHTML={{ __html: step.text }} />);",
  ],
  [
    'a list of the code, found in it',
    "const KINDS = [{ id: 1, description: '<b>1</b>' }];\nexport const Page = ({ id }) => { const kind = KINDS.find((one) => one.id === id); return <p dangerouslySetInnerHTML={{ __html: kind.description }} />; };",
  ],
  [
    'numbers and ids',
    'export const show = (box, item) => { box.innerHTML = `<b id="${item.id}">${item.price.toFixed(2)} (${item.tags.length})</b>`; };',
  ],
  ['escaped pieces', 'export const show = (box, item) => { box.innerHTML = `<b>${escapeHtml(item.name)}</b>`; };'],
  [
    'an answer that is no page',
    "import express from 'express';\nexpress().get('/', (req, res) => res.send(`pong ${req.query.q}`));",
  ],
  [
    'JSON in a script, escaped',
    "export const Page = ({ listing }) => <script dangerouslySetInnerHTML={{ __html: JSON.stringify({ name: listing.title }).replace(/</g, '\\\\u003c') }} />;",
  ],
  [
    'settings in a script',
    'export const Page = ({ env }) => <script dangerouslySetInnerHTML={{ __html: `window.ENV = ${JSON.stringify(env)}` }} />;',
  ],
  ['a style', 'export const Page = ({ shop }) => <style dangerouslySetInnerHTML={{ __html: shop.description }} />;'],
  ['shown as text', 'export const Page = ({ listing }) => <p>{listing.description}</p>;'],
])('no markup: %s', async (_, text) => expect(await found(text)).toEqual([]));
