import type { Actor } from '../../contract/actor.ts';
import type { Send } from '../../contract/send.ts';
import { Walk, type CrawlFindings } from './walk.ts';

const AT_ONCE = 4;

/** Walks the links of an origin with GET alone, as an actor or as nobody, and notes what pages and forms offer. */
export const crawl = async (
  start: readonly URL[],
  as: Actor | null,
  origins: readonly string[],
  send: Send,
  signal: AbortSignal,
): Promise<CrawlFindings> => {
  const walk = new Walk(origins);
  for (const url of start) walk.add(url, 0);
  let limited = 0;
  while (walk.hasMore && !signal.aborted && limited < 3) {
    const batch = walk.take(AT_ONCE);
    const answers = await Promise.all(
      batch.map(({ url }) =>
        send(
          {
            method: 'GET',
            url: url.href,
            headers: { accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.5' },
          },
          { as, mode: as === null ? 'passive' : 'read' },
        ),
      ),
    );
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) {
        walk.silent(batch[index]!.url);
        if (answer.kind === 'stopped') limited = 3;
        continue;
      }
      if (answer.status === 429) limited++;
      else walk.read(batch[index]!, answer);
    }
  }
  const stopped = limited >= 3 ? 'the app asked for fewer requests' : undefined;
  return { ...walk.findings(), ...(stopped === undefined ? {} : { stopped }) };
};
