import type { Actor, ActorPool } from '../../contract/actor.ts';
import type { Send } from '../../contract/send.ts';
import type { Draft } from '../draft.ts';
import { crawl } from './crawl.ts';

interface CrawlInput {
  origins: readonly string[];
  send: Send;
  actors: ActorPool | null;
  signal: AbortSignal;
}

/** One actor of each role sees what the role sees. */
export const crawlAll = async ({ origins, send, actors, signal }: CrawlInput) => {
  const roles = new Map<string, Actor>();
  for (const actor of actors?.all ?? []) {
    const key = `${actor.role} ${actor.origin ?? ''}`;
    if (!roles.has(key)) roles.set(key, actor);
  }
  const starts: [Actor | null, readonly string[]][] = [
    [null, origins],
    ...[...roles.values()].map((actor): [Actor, string[]] => [actor, [actor.origin ?? origins[0] ?? '']]),
  ];
  const walks = await Promise.all(
    starts.map(([as, from]) =>
      crawl(
        from.map((origin) => new URL(origin)),
        as,
        origins,
        send,
        signal,
      ),
    ),
  );
  return {
    drafts: walks.flatMap(({ drafts }) => drafts),
    scripts: new Set(walks.flatMap(({ scripts }) => [...scripts])),
    inline: walks.flatMap(({ inline }) => inline),
    hints: walks.flatMap(({ hints }) => hints),
    notes: walks.flatMap(({ stopped }, index) =>
      stopped === undefined
        ? []
        : [`The walk through the pages as ${starts[index]?.[0]?.name ?? 'nobody'} ended early: ${stopped}.`],
    ),
  };
};

/** Pages of a sitemap whose shape no link has shown. */
export const unseen = (urls: readonly URL[], drafts: readonly Draft[]): URL[] => {
  const known = new Set(
    drafts.flatMap(({ origin, path, parameters }) => [
      origin + path,
      ...parameters
        .filter((one) => one.in === 'path')
        .flatMap(({ name, seen }) => (seen ?? []).map((value) => origin + path.replace(`{${name}}`, value))),
    ]),
  );
  return urls.filter((url) => !known.has(url.origin + url.pathname)).slice(0, 20);
};
