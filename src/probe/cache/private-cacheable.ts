import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { actorReads, type OwnRead } from '../answers/actor-reads.ts';
import { MOST_READ } from '../answers/nobody-reads.ts';
import { sharedCache, type Keeping } from '../answers/shared-cache.ts';
import { together } from '../answers/together.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { pageReads, type PageRead } from './page-reads.ts';

const howLong = ({ seconds }: Keeping): string => `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;

/** What follows from an answer that only one user should get. */
export const judgeKeeping = (
  keeping: Keeping,
  control: string,
): { verdict: 'confirmed' | 'likely' | 'refuted'; said: string } => {
  const header = control === '' ? '' : ` (Cache-Control: ${control.slice(0, 120)})`;
  if (keeping.kept && !keeping.keyed)
    return { verdict: 'confirmed', said: `may be kept by every shared cache for ${howLong(keeping)}${header}` };
  if (keeping.kept)
    return {
      verdict: 'likely',
      said: `may be kept for ${howLong(keeping)}${header}, by the credential as Vary asks, at which many CDNs do not look`,
    };
  if (keeping.unsaid)
    return {
      verdict: 'likely',
      said: 'says nothing of caches, and what stands in front of the app keeps answers by its own rules',
    };
  return { verdict: 'refuted', said: `may not be kept by shared caches${header}` };
};

const controlOf = ({ headers }: GoodAnswer): { control: string } => ({
  control: (headers['cache-control'] ?? '').slice(0, 120),
});

const ofRead = ({ operation, actor, url, mine, nobodys, guarded, marks }: OwnRead): Said => {
  const { verdict, said } = judgeKeeping(sharedCache(mine, actor.carries, url), mine.headers['cache-control'] ?? '');
  const whose = guarded
    ? `The answer that ${actor.name} gets and nobody does not`
    : `The answer with data of ${actor.name}`;
  return say(operation.id, verdict, `${whose} ${said}.`, [mine, nobodys], {
    actor: actor.name,
    facts: { ...controlOf(mine), marks: marks.length, attack: mine.exchange },
  });
};

const ofPage = ({ operation, url, actor, mine, nobodys, shows }: PageRead): Said => {
  const { verdict, said } = judgeKeeping(sharedCache(mine, 'cookie', url), mine.headers['cache-control'] ?? '');
  return say(operation.id, verdict, `The page shows ${shows.join(' and ')}, and ${said}.`, [mine, nobodys], {
    actor,
    facts: { ...controlOf(mine), attack: mine.exchange },
  });
};

const causeOf = ({ verdict, facts }: Said): string => `${verdict} ${String(facts?.['control'] ?? '')}`;

export const privateCacheable = makeProbe({
  id: 'private-cacheable',
  tries: 'whether private answers may be kept by shared caches',
  mode: 'read',
  requests: ({ operations }) => Math.min(MOST_READ, operations.length) * 3 + 25,
  subject: 'private answers',
  run: async (context) => {
    const reads = await actorReads(context);
    const pages = (await pageReads(context)).filter(({ shows }) => shows.length > 0);
    // One header, set in one place.
    const said = [...together(reads.map(ofRead), causeOf), ...together(pages.map(ofPage), causeOf)];
    if (said.length > 0) return said;
    return [say('private answers', 'not-tested', 'No answer was found that an actor gets and nobody does not.')];
  },
});
