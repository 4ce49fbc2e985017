import type { ReviewBoundary } from '../../../model/review.ts';
import { htmlLines, markup, type Html } from '../../escape/html.ts';

/** Where each exchange stands in the page. Ids come from evidence, so they are counted instead of used. */
export const exchangePlaces = ({ exchanges }: ReviewBoundary): ReadonlyMap<string, string> =>
  new Map(Object.keys(exchanges).map((id, index) => [id, `exchange-${index + 1}`]));

const firstLine = (text: string): string => /^.*/.exec(text)?.[0] ?? '';

/** Requests and answers behind cells and findings, each folded at its own address. */
export const exchangeList = (boundary: ReviewBoundary): Html | false => {
  const all = Object.entries(boundary.exchanges);
  const places = exchangePlaces(boundary);
  return (
    all.length > 0 &&
    markup`
<h3 class="sub" id="exchanges">Requests and answers<span class="count num">${all.length}</span></h3>
<p class="lede">What was sent and what came back, for the cells and findings above. Credentials are masked.</p>
${all.map(
  ([id, { actor, request, answer }]) => markup`
<details class="panel exchange" id="${places.get(id) ?? ''}"><summary><span class="who small">${actor}</span><code>${firstLine(request)}</code><span class="status num">→ ${firstLine(answer)}</span></summary><div class="sides"><figure><figcaption class="eyebrow">Request</figcaption><pre><code>${htmlLines(request)}</code></pre></figure><figure><figcaption class="eyebrow">Answer</figcaption><pre><code>${htmlLines(answer)}</code></pre></figure></div></details>`,
)}`
  );
};
