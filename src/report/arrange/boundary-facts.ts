import type { ReviewBoundary } from '../../model/review.ts';
import { counted } from '../words/count.ts';
import { MODE_MEANS, outcomeCount } from '../words/outcome.ts';
import { tallyOf } from './matrix.ts';

/** One fact about the run: what it is called, what it is, and how to say that something is wrong with it. */
export interface BoundaryFact {
  name: string;
  text: string;
}

const GONE: Readonly<Record<ReviewBoundary['run']['actors'][number]['state'], string>> = {
  alive: 'took part',
  lost: 'lost its session',
  unproven: 'may not have been logged in',
  never: 'never got in',
};

const actorsText = ({ run: { actors } }: ReviewBoundary): string => {
  if (actors.length === 0) return 'nobody was logged in, so only what a visitor sees was tried';
  const roles = [...Map.groupBy(actors, (actor) => actor.role)].map(([role, same]) =>
    same.length === 1 ? role : `${same.length} × ${role}`,
  );
  const gone = actors.filter((actor) => actor.state !== 'alive').map((actor) => `${actor.name} ${GONE[actor.state]}`);
  return [`${counted(actors.length, 'account')} (${roles.join(', ')}) and nobody`, ...gone].join('; ');
};

const madeText = ({ run: { made, removed, earlier, left } }: ReviewBoundary): string => {
  const rest = made - removed + (earlier === undefined ? 0 : earlier.found - earlier.removed);
  const before =
    earlier === undefined
      ? ''
      : `; ${counted(earlier.found, 'object')} of an earlier run that was killed found in its ledger, ${earlier.removed} of them removed`;
  const own =
    made === 0
      ? 'nothing was made in the app'
      : made === removed
        ? `${counted(made, 'object')} made, all removed again`
        : `${counted(made, 'object')} made, ${removed} removed`;
  const first = rest === 0 ? undefined : left[0];
  const named = first === undefined ? '' : [first.type, first.id].filter((part) => part !== '').join(' ');
  const example = first === undefined ? '' : `, e.g. ${named} of ${first.owner}${removal(first.remove)}`;
  return `${own}${before}${rest === 0 ? '' : `${before === '' ? ', ' : '; '}${rest} left${example}`}`;
};

const removal = (remove: string | undefined): string =>
  remove === undefined ? '' : ` (${remove.replace(/[.\s]+$/, '')})`;

/** What a run on the running app was, a line each. */
export const boundaryFacts = (boundary: ReviewBoundary): readonly BoundaryFact[] => {
  const { run, operations, matrix } = boundary;
  const untested = operations.found - operations.tested;
  const cells = tallyOf(matrix.rows).map(([outcome, count]) => outcomeCount(outcome, count));
  return [
    {
      name: 'Operations',
      text: `${operations.found.toLocaleString('en-US')} found, ${operations.tested.toLocaleString('en-US')} tested${untested > 0 ? `, ${untested.toLocaleString('en-US')} not` : ''}`,
    },
    { name: 'Actors', text: actorsText(boundary) },
    { name: 'Reach', text: cells.length === 0 ? 'no operation was found' : cells.join(', ') },
    { name: 'Requests', text: `${run.requests.toLocaleString('en-US')}; the run ${MODE_MEANS[run.mode]}` },
    { name: 'Made', text: madeText(boundary) },
    ...(run.stopped === undefined
      ? []
      : [{ name: 'Stopped', text: `before it was through: ${run.stopped}. What was not reached is unproven.` }]),
  ];
};
