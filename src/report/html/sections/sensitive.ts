import type { ReviewBoundary, SensitiveAction, SensitiveGuard } from '../../../model/review.ts';
import { operationParts } from '../../arrange/operation.ts';
import { markup, type Html } from '../../escape/html.ts';
import { counted } from '../../words/count.ts';
import { GUARD_SIGNS, PROTECTION_SIGNS } from '../../words/outcome.ts';
import type { Tone } from '../tone.ts';
import { prose } from './parts.ts';

const TONES: Readonly<Record<SensitiveAction['state'], Tone>> = {
  broken: 'stop',
  doubtful: 'warn',
  unproven: 'plain',
  open: 'note',
  protected: 'good',
};

/** A state of which there are more is folded, unless it needs a look. */
const MOST_SHOWN = 12;

const GUARD_TONES: Readonly<Record<SensitiveGuard['state'], Tone>> = {
  broken: 'stop',
  doubtful: 'warn',
  'not proven': 'plain',
  proven: 'good',
};

/** The sign says what a colour must not say alone; the word is there for who hears the page. */
const guard = ({ name, state }: SensitiveGuard): Html => {
  const { shape, word } = GUARD_SIGNS[state];
  return markup`<li class="guard ${GUARD_TONES[state]}"><span aria-hidden="true">${shape}</span> ${name}<span class="aside">${state === 'proven' ? '' : ` ${word}`}</span></li>`;
};

const row = ({ operation, what, protection, state, guards }: SensitiveAction): Html => {
  const { method, origin, path } = operationParts(operation);
  const sign = PROTECTION_SIGNS[state];
  return markup`
<tr><th scope="row"><span class="verb">${method}</span> <code>${origin}${path}</code><span class="what small soft">${what}</span></th><td><span class="tag ${TONES[state]}">${sign.shape} ${sign.word}</span></td><td class="small">${guards.length > 0 && markup`<ul class="guards">${guards.map(guard)}</ul>`}${protection !== '' && markup`<span class="soft">${prose(protection)}</span>`}</td></tr>`;
};

const table = (actions: readonly SensitiveAction[]): Html => markup`
<table class="sensitive panel"><thead><tr><th scope="col">Action</th><th scope="col">State</th><th scope="col">What keeps it</th></tr></thead><tbody>${actions.map(row)}</tbody></table>`;

const isFolded = (state: SensitiveAction['state'], all: readonly SensitiveAction[]): boolean =>
  state !== 'broken' && state !== 'doubtful' && all.filter((one) => one.state === state).length > MOST_SHOWN;

const folded = (actions: readonly SensitiveAction[]): readonly Html[] =>
  [...Map.groupBy(actions, (action) => action.state)].map(([state, same]) => {
    const { shape, word } = PROTECTION_SIGNS[state];
    return markup`<details class="fold sensitive-more"><summary>${shape} ${counted(same.length, 'action')} ${word}</summary>${table(same)}</details>`;
  });

/** Actions that do harm in the wrong hands, each with its protection; the least kept first. */
export const sensitiveSection = ({ sensitive }: ReviewBoundary): Html | false => {
  const hidden = sensitive.filter(({ state }) => isFolded(state, sensitive));
  const shown = sensitive.filter((action) => !hidden.includes(action));
  return (
    sensitive.length > 0 &&
    markup`
<h3 class="sub" id="sensitive">Sensitive actions<span class="count num">${sensitive.length}</span></h3>
<p class="lede">What moves money, changes access, decides over others or hands out private data, known by its name. ✔ was tried and held; – was not proven, because nobody could try it.</p>
${shown.length > 0 && table(shown)}${folded(hidden)}`
  );
};
