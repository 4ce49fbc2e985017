import type { CodeFrame, Finding, Fix, Proof } from '../../../model/finding.ts';
import { proofParts } from '../../arrange/proof.ts';
import { markup, htmlLines, type Html } from '../../escape/html.ts';
import { placeParts } from '../../words/place.ts';

/** One line of text; what stands between two backticks is set as code. */
export const prose = (text: string): Html =>
  markup`${text.split(/`([^`\r\n]+)`/).map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`))}`;

export const paragraphs = (text: string): readonly Html[] =>
  text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => markup`<p>${prose(line)}</p>`);

/** Line numbers come from the style sheet, so that copied code is free of them. */
export const frame = ({ startLine, lines, mark }: CodeFrame): Html => {
  const digits = String(startLine + lines.length - 1).length;
  return markup`<pre class="frame"><code>${lines.map((line, index) => {
    const number = startLine + index;
    return markup`<span class="line ${number === mark ? 'marked' : ''}" data-n="${String(number).padStart(digits)}">${htmlLines(line.replaceAll(/[\r\n]/g, ' '))}
</span>`;
  })}</code></pre>`;
};

export const where = (finding: Finding): Html => {
  const parts = placeParts(finding.where);
  if (parts.length === 0) return markup`<span class="where">the repository as a whole</span>`;
  return markup`<span class="where">${parts.map((part, index) => markup`${index > 0 && ', '}<code>${part}</code>`)}</span>`;
};

/** Who asked what stands out of what was sent and what came back. */
const exchange = (lines: readonly string[]): Html | false =>
  lines.length > 0 &&
  markup`<pre class="talk"><code>${lines.map((line) => (line.startsWith(' ') ? markup`<span class="soft">${line}</span>\n` : markup`<span>${line}</span>\n`))}</code></pre>`;

export const proof = (whole: Proof): Html => {
  const { frame: code, more = [] } = whole;
  const { said, exchange: lines } = proofParts(whole);
  return markup`${paragraphs(said)}${exchange(lines)}${code !== undefined && frame(code)}${
    more.length > 0 &&
    markup`<p class="also small soft">Also in ${more.map((place, index) => markup`${index > 0 && ', '}<code>${place}</code>`)}</p>`
  }`;
};

export const command = (text: string): Html => markup`<div class="command"><code>${text}</code></div>`;

export const check = (verify: string): Html =>
  markup`<div class="check"><p class="eyebrow">Check that it worked</p>${command(verify)}</div>`;

export const fix = ({ steps, snippet, verify }: Fix): Html =>
  markup`${steps.length === 1 ? paragraphs(steps[0] ?? '') : markup`<ol class="steps">${steps.map((step) => markup`<li><span>${prose(step)}</span></li>`)}</ol>`}${
    snippet !== undefined &&
    markup`<figure class="snippet"><figcaption><code>${snippet.path}</code><span class="soft">${snippet.language}</span></figcaption><pre><code>${htmlLines(snippet.content.trimEnd())}</code></pre></figure>`
  }${verify !== undefined && check(verify)}`;

/** Only plain https addresses become links; everything else stays text. */
export const references = (list: readonly string[]): Html | false =>
  list.length > 0 &&
  markup`<p class="refs small">${list.map((reference) =>
    /^https:\/\/[\w.-]+(\/[\w./#?=&%~+-]*)?$/.test(reference)
      ? markup`<a href="${reference}" rel="noopener noreferrer nofollow">${reference.slice('https://'.length)}</a>`
      : markup`<span>${reference}</span>`,
  )}</p>`;
