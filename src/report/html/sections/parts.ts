import type { CodeFrame, Finding, Fix, Proof } from '../../../model/finding.ts';
import { html, htmlLines, type Html } from '../../escape/html.ts';
import { placeParts } from '../../words/place.ts';

/** One line of text; what stands between two backticks is set as code. */
export const prose = (text: string): Html =>
  html`${text.split(/`([^`\r\n]+)`/).map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`;

export const paragraphs = (text: string): readonly Html[] =>
  text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').map((line) => html`<p>${prose(line)}</p>`);

/** Line numbers come from the style sheet, so that copied code is free of them. */
export const frame = ({ startLine, lines, mark }: CodeFrame): Html => {
  const digits = String(startLine + lines.length - 1).length;
  return html`<pre class="frame"><code>${lines.map((line, index) => {
    const number = startLine + index;
    return html`<span class="line ${number === mark ? 'marked' : ''}" data-n="${String(number).padStart(digits)}">${htmlLines(line.replaceAll(/[\r\n]/g, ' '))}
</span>`;
  })}</code></pre>`;
};

export const where = (finding: Finding): Html => {
  const parts = placeParts(finding.where);
  if (parts.length === 0) return html`<span class="where">the repository as a whole</span>`;
  return html`<span class="where">${parts.map((part, index) => html`${index > 0 && ', '}<code>${part}</code>`)}</span>`;
};

export const proof = ({ text, frame: code, more = [] }: Proof): Html =>
  html`${paragraphs(text)}${code !== undefined && frame(code)}${
    more.length > 0 && html`<p class="also small soft">Also in ${more.map((place, index) => html`${index > 0 && ', '}<code>${place}</code>`)}</p>`
  }`;

export const command = (text: string): Html => html`<div class="command"><code>${text}</code></div>`;

export const fix = ({ steps, snippet, verify }: Fix): Html =>
  html`${steps.length === 1 ? paragraphs(steps[0] ?? '') : html`<ol class="steps">${steps.map((step) => html`<li><span>${prose(step)}</span></li>`)}</ol>`}${
    snippet !== undefined &&
    html`<figure class="snippet"><figcaption><code>${snippet.path}</code><span class="soft">${snippet.language}</span></figcaption><pre><code>${htmlLines(snippet.content.trimEnd())}</code></pre></figure>`
  }${verify !== undefined && html`<div class="check"><p class="eyebrow">Check that it worked</p>${command(verify)}</div>`}`;

/** Only plain https addresses become links; everything else stays text. */
export const references = (list: readonly string[]): Html | false =>
  list.length > 0 &&
  html`<p class="refs small">${list.map((reference) =>
    /^https:\/\/[\w.-]+(\/[\w./#?=&%~+-]*)?$/.test(reference)
      ? html`<a href="${reference}" rel="noopener noreferrer nofollow">${reference.slice('https://'.length)}</a>`
      : html`<span>${reference}</span>`,
  )}</p>`;
