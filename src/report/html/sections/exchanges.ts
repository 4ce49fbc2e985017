import type { ReviewBoundary, ShownExchange } from '../../../model/review.ts';
import { counted } from '../../words/count.ts';
import { htmlLines, markup, type Html } from '../../escape/html.ts';

/** Where each exchange stands in the page. Ids come from evidence, so they are counted instead of used. */
export const exchangePlaces = ({ exchanges }: ReviewBoundary): ReadonlyMap<string, string> =>
  new Map(Object.keys(exchanges).map((id, index) => [id, `exchange-${index + 1}`]));

const firstLine = (text: string): string => /^.*/.exec(text)?.[0] ?? '';

/** Ids of what stands behind cells that are as they should be. */
const plainOnes = ({ matrix: { rows } }: ReviewBoundary): ReadonlySet<string> => {
  const cells = rows.flatMap((row) => row.cells);
  const of = (wrong: boolean): readonly string[] =>
    cells.flatMap(({ outcome, exchange }) =>
      exchange !== undefined && (outcome === 'leak' || outcome === 'odd') === wrong ? [exchange] : [],
    );
  const telling = new Set(of(true));
  return new Set(of(false).filter((id) => !telling.has(id)));
};

/** The address is inside of what is folded, so that a link to it unfolds it, also without JavaScript. */
const shown = (place: string, { actor, request, answer }: ShownExchange): Html => markup`
<details class="panel exchange"><summary><span class="who small">${actor}</span><code>${firstLine(request)}</code><span class="status num">→ ${firstLine(answer)}</span></summary><div class="sides" id="${place}"><figure><figcaption class="eyebrow">Request</figcaption><pre><code>${htmlLines(request)}</code></pre></figure><figure><figcaption class="eyebrow">Answer</figcaption><pre><code>${htmlLines(answer)}</code></pre></figure></div></details>`;

/** Requests and answers behind findings and cells, each folded at its own address; what shows nothing wrong is folded together. */
export const exchangeList = (boundary: ReviewBoundary): Html | false => {
  const all = Object.entries(boundary.exchanges);
  const places = exchangePlaces(boundary);
  const plain = plainOnes(boundary);
  const of = (isPlain: boolean): readonly Html[] =>
    all.filter(([id]) => plain.has(id) === isPlain).map(([id, one]) => shown(places.get(id) ?? '', one));
  const [telling, rest] = [of(false), of(true)];
  return (
    all.length > 0 &&
    markup`
<h3 class="sub" id="exchanges">Requests and answers<span class="count num">${all.length}</span></h3>
<p class="lede">What was sent and what came back, for the findings and cells above. Credentials are masked.</p>
${telling}${rest.length > 0 && markup`<details class="fold exchanges-more"><summary>${counted(rest.length, 'request')} behind cells that are as they should be</summary>${rest}</details>`}`
  );
};
