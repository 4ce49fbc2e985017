import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { isGood } from '../actors/door.ts';
import { ends } from './judge-series.ts';
import { SEARCHES, searches, searchSeries, type SearchSeries } from './search-series.ts';

/** Searches in a minute that nobody needs. */
const FAIR = 300;
/** Slower than this is no flood, and a limit by the minute may not have been reached. */
const MOST_SECONDS = 40;

export const searchUnlimited = makeProbe({
  id: 'search-unlimited',
  tries: `whether ${SEARCHES} searches in a row are all worked off`,
  mode: 'burst',
  requests: ({ operations }) => Math.min(2, searches(operations).length) * (SEARCHES + 4),
  subject: 'search',
  // An app without a search has nothing to limit.
  run: async (context) => (await searchSeries(context)).map(tell),
});

const tell = ({ subject, judged, answers, seconds, as }: SearchSeries): Said => {
  const shown = ends(answers);
  const more = { actor: as?.name ?? 'nobody', facts: { requests: answers.length, seconds } };
  const good = answers.filter((answer) => answer.ok && isGood(answer.status)).length;
  if (judged.end === 'refused') return say(subject, 'refuted', `Searches ended with ${judged.how}.`, shown, more);
  if (judged.end === 'slowed') return say(subject, 'refuted', `Searches got ${judged.how}.`, shown, more);
  if (judged.end === 'unclear' || good < answers.length * 0.95)
    return say(subject, 'inconclusive', `Of ${answers.length} searches ${good} were answered.`, shown, more);
  if (judged.end === 'announced') {
    const fair = (judged.perMinute ?? FAIR + 1) <= FAIR;
    return say(
      subject,
      fair ? 'refuted' : 'likely',
      `${good} searches were all answered; the answers name ${judged.how}.`,
      shown,
      more,
    );
  }
  if (seconds > MOST_SECONDS)
    return say(
      subject,
      'likely',
      `${good} different searches in ${seconds} seconds were all answered. A limit above that was not reached.`,
      shown,
      more,
    );
  return say(
    subject,
    'confirmed',
    `${good} different searches in ${seconds} ${seconds === 1 ? 'second' : 'seconds'} were all answered.`,
    shown,
    more,
  );
};
