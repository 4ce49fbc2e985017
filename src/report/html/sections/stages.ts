import type { Review, StageResult } from '../../../model/review.ts';
import { markup, type Html } from '../../escape/html.ts';

const WORDS: Readonly<Record<StageResult['state'], string>> = {
  failed: '✖ failed',
  unproven: '– unproven',
  passed: '✔ passed',
  'not-run': 'not run',
};

const answers = ({ failed, unproven, passed }: StageResult): string =>
  Object.entries({ failed, unproven, passed })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');

/** The seven stages of the roadmap, in the order in which a launch goes through them. */
export const stagesSection = ({ stages }: Review): Html => markup`
<section id="stages">
<h2>Seven stages</h2>
<ol class="stages">${stages.map(
  (stage) =>
    markup`<li class="${stage.state}"><span class="name">${stage.number} ${stage.title}</span><span class="word">${WORDS[stage.state]}</span><span class="small soft">${answers(stage)}</span></li>`,
)}</ol>
</section>`;
