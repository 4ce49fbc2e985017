import type { Said } from '../accounts/observe.ts';

/** What has one cause is told once: the first, with the places of the others. Refusals stay as they are. */
export const together = (said: readonly Said[], causeOf: (one: Said) => string = ({ verdict }) => verdict): Said[] =>
  [...Map.groupBy(said, causeOf).values()].flatMap((same) => {
    const [first, ...others] = same;
    if (first === undefined || others.length === 0 || (first.verdict !== 'confirmed' && first.verdict !== 'likely'))
      return same;
    const places = [...new Set(others.map(({ subject }) => subject))];
    const named = places.slice(0, MOST).join(', ') + (places.length > MOST ? ` and ${places.length - MOST} more` : '');
    return [{ ...first, said: `${first.said} The same at ${named}.` }];
  });

const MOST = 12;
