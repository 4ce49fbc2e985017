import type { MatrixCell, MatrixRow, ReviewBoundary } from '../../../model/review.ts';
import { groupRows, isTelling, tallyOf, type RowGroup } from '../../arrange/matrix.ts';
import { operationParts } from '../../arrange/operation.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';
import { OUTCOME_SIGNS, outcomeCount } from '../../words/outcome.ts';
import { exchangePlaces } from './exchanges.ts';
import { miniature } from './miniature.ts';

type Places = ReadonlyMap<string, string>;

/** With more roles than these the table scrolls sideways, and its first column stays. */
const MOST_ROLES = 8;
/** All groups stand open when there are no more rows. */
const FEW = 14;

const cell = ({ role, outcome, status, exchange }: MatrixCell, places: Places): Html => {
  const { shape, word } = OUTCOME_SIGNS[outcome];
  const place = exchange === undefined ? undefined : places.get(exchange);
  const shown = markup`<i aria-hidden="true">${shape}</i><span>${word}</span>${status !== undefined && outcome !== 'not-tested' && markup`<small class="num">${status}</small>`}`;
  return markup`<td class="mark ${outcome}">${place === undefined ? shown : markup`<a href="#${place}" aria-label="${`${role}: ${word}, see the exchange`}">${shown}</a>`}</td>`;
};

const head = (id: string, prefix: string): Html => {
  const { method, origin, path } = operationParts(id);
  const whole = origin + path;
  const known = prefix !== '' && whole.startsWith(prefix) ? prefix : '';
  return markup`<th scope="row"><span class="verb ${/^(?:GET|HEAD|OPTIONS)$/.test(method) ? '' : 'writes'}">${method}</span> <code>${known !== '' && markup`<span class="soft">${known}</span>`}${whole.slice(known.length)}</code></th>`;
};

const table = ({ prefix, rows }: RowGroup, roles: readonly string[], places: Places): Html => markup`
<div class="matrix-frame${roles.length > MOST_ROLES && ' wide'}"><table class="matrix"><thead><tr><th scope="col">Operation</th>${roles.map((role) => markup`<th scope="col">${role}</th>`)}</tr></thead><tbody>${rows.map(
  (row) =>
    markup`<tr>${head(row.operation, prefix)}${row.cells.map((one) => cell(one, places))}</tr>
`,
)}</tbody></table></div>`;

const WORST = new Set(['leak', 'odd', 'unknown', 'not-tested']);

const tallies = (rows: readonly MatrixRow[]): Html => {
  const some = tallyOf(rows).filter(([outcome]) => WORST.has(outcome));
  return some.length === 0
    ? markup`<span class="mark own">✔ nothing odd</span>`
    : markup`${some.map(([outcome, count]) => markup`<span class="mark ${outcome}"><i>${OUTCOME_SIGNS[outcome].shape}</i>${outcomeCount(outcome, count)}</span>`)}`;
};

/** The matrix by what paths are about: a picture of each group, folded out where something needs a look. */
export const matrixGroups = (boundary: ReviewBoundary): Html => {
  const { roles, rows, left } = boundary.matrix;
  const places = exchangePlaces(boundary);
  return markup`
<div class="matrix-groups roles-${Math.min(roles.length, MOST_ROLES + 1)}">${groupRows(rows).map(
    (group) => markup`
<details class="panel matrix-group"${(rows.length <= FEW || isTelling(group.rows)) && ' open'}><summary><div class="about"><h4>${group.prefix === '' ? 'Everything else' : markup`<code>${group.prefix}</code>`}</h4><span class="small soft num">${counted(group.rows.length, 'operation')}</span><span class="tallies small num">${tallies(group.rows)}</span></div>${miniature(group.rows)}</summary>${table(group, roles, places)}</details>`,
  )}
${left > 0 && markup`<p class="small soft">${counted(left, 'more operation')} with nothing to tell; the evidence has them.</p>`}</div>`;
};
