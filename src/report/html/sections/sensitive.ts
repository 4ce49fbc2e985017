import type { ReviewBoundary, SensitiveAction } from '../../../model/review.ts';
import { operationParts } from '../../arrange/operation.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';
import { PROTECTION_SIGNS } from '../../words/outcome.ts';
import type { Tone } from '../tone.ts';
import { prose } from './parts.ts';

const TONES: Readonly<Record<SensitiveAction['state'], Tone>> = {
  broken: 'stop',
  doubtful: 'warn',
  unproven: 'plain',
  open: 'note',
  protected: 'good',
};

/** Kept ones are folded where there are more of them. */
const MOST_OPEN = 12;

const row = ({ operation, what, protection, state }: SensitiveAction): Html => {
  const { method, origin, path } = operationParts(operation);
  const sign = PROTECTION_SIGNS[state];
  return markup`
<tr><th scope="row"><span class="verb">${method}</span> <code>${origin}${path}</code><span class="what small soft">${what}</span></th><td><span class="tag ${TONES[state]}">${sign.shape} ${sign.word}</span></td><td class="small">${prose(protection)}</td></tr>`;
};

const table = (actions: readonly SensitiveAction[]): Html => markup`
<table class="sensitive panel"><thead><tr><th scope="col">Action</th><th scope="col">State</th><th scope="col">What was seen to keep it</th></tr></thead><tbody>${actions.map(row)}</tbody></table>`;

/** Actions that do harm in the wrong hands, each with its protection; the least kept first. */
export const sensitiveSection = ({ sensitive }: ReviewBoundary): Html | false => {
  const kept = sensitive.filter(({ state }) => state === 'protected');
  const folds = kept.length > MOST_OPEN;
  const shown = folds ? sensitive.filter(({ state }) => state !== 'protected') : sensitive;
  return (
    sensitive.length > 0 &&
    markup`
<h3 class="sub" id="sensitive">Sensitive actions<span class="count num">${sensitive.length}</span></h3>
<p class="lede">What moves money, changes access, decides over others or hands out private data, known by its name, and what was seen to keep it.</p>
${shown.length > 0 && table(shown)}${folds && markup`<details class="fold"><summary>✔ ${counted(kept.length, 'action')} protected</summary>${table(kept)}</details>`}`
  );
};
