import type { ActorPool } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Send } from '../contract/send.ts';
import { bundleDrafts } from './bundle/bundle-drafts.ts';
import type { CodeRoute } from './code/code-routes.ts';
import type { Draft } from './draft.ts';
import { readFiles, readOpenApi } from './files/read-inputs.ts';
import { findGraphql } from './find-graphql.ts';
import type { GraphqlField } from './graphql.ts';
import { guess } from './guess/guess.ts';
import { mergeDrafts, operationIdOf } from './merge.ts';
import { crawl } from './pages/crawl.ts';
import { crawlAll, unseen } from './pages/crawl-all.ts';
import { askRobots } from './pages/robots.ts';
import { shapeOf } from './template.ts';

export interface InventoryInput {
  /** Allowed origins; the first is the app's main one. */
  origins: readonly string[];
  send: Send;
  actors: ActorPool | null;
  /** Paths or URLs of OpenAPI documents; looked for at the usual places when none is given. */
  openapi?: readonly string[];
  har?: readonly string[];
  postman?: readonly string[];
  /** Operations by which the actors got in. */
  doors?: readonly Draft[];
  /** Routes that were read from the source; each is looked for at every origin. */
  code?: readonly CodeRoute[];
  signal: AbortSignal;
}

export interface Inventory {
  operations: Operation[];
  /** For people: what was not read, and why. */
  notes: string[];
  /** What GraphQL endpoints offer, by operation id. */
  graphql: ReadonlyMap<string, readonly GraphqlField[]>;
}

const MOST_OPERATIONS = 1_500;
/** Requests for guesses, on the main origin and on each other one; fewer where a description tells most. */
const MOST_GUESSES = { undescribed: { main: 1_000, other: 500 }, described: { main: 300, other: 100 } };
/** A description of fewer operations than this is not the whole app. */
const WHOLE = 15;

const shapesAt = (place: string, drafts: readonly Draft[]): ReadonlySet<string> =>
  new Set(drafts.filter(({ origin }) => origin === place).map(({ path }) => shapeOf(path)));

/** All that the app can be asked to do, from every source there is. Nothing is written; errors become notes. */
export const takeInventory = async (input: InventoryInput): Promise<Inventory> => {
  const { origins, send, actors, signal } = input;
  const [first = ''] = origins;
  const [described, files, walked, robots] = await Promise.all([
    readOpenApi(input.openapi ?? [], origins, send),
    readFiles(input.har ?? [], input.postman ?? [], origins),
    crawlAll(input),
    Promise.all(origins.map(async (origin) => ({ origin, ...(await askRobots(origin, send)) }))),
  ]);
  const notes = [...described.notes, ...files.notes, ...walked.notes];
  const fromMap = await crawl(
    unseen(
      robots.flatMap(({ urls }) => urls),
      walked.drafts,
    ),
    null,
    origins,
    send,
    signal,
  );
  const bundle = await bundleDrafts([walked, fromMap], origins, send, signal);
  notes.push(...bundle.notes);
  const drafts: Draft[] = [
    ...described.drafts,
    ...files.drafts,
    ...bundle.drafts,
    ...walked.drafts,
    ...fromMap.drafts,
    ...robots.flatMap((one) => one.drafts),
    ...(input.doors ?? []),
  ];
  const graphql = await findGraphql(drafts, bundle.paths, origins, send);
  drafts.push(...graphql.drafts);
  notes.push(...graphql.notes);
  const { code = [] } = input;
  const isDescribed = described.drafts.length + code.length >= WHOLE;
  const most = MOST_GUESSES[isDescribed ? 'described' : 'undescribed'];
  for (const origin of origins) {
    const elsewhere = origin === first ? new Set<string>() : shapesAt(first, drafts);
    const guessed = await guess({
      origin,
      drafts: drafts.filter((draft) => draft.origin === origin),
      candidates: [
        ...[...walked.hints, ...fromMap.hints]
          .filter((hint) => hint.origin === origin)
          .map(({ path }) => ({ path, source: 'page' as const })),
        ...bundle.paths.filter((one) => one.origin === origin).map(({ path }) => ({ path, source: 'bundle' as const })),
        ...robots
          .filter((one) => one.origin === origin)
          .flatMap(({ paths }) => paths.map((path) => ({ path, source: 'robots' as const }))),
      ],
      // A second origin is asked for what the first does not have.
      code: code.filter(({ path }) => !elsewhere.has(shapeOf(path))),
      beside: origin !== first,
      words: drafts.filter((draft) => draft.origin !== origin).map(({ path }) => path),
      actors,
      send,
      signal,
      most: origin === first ? most.main : most.other,
    });
    drafts.push(...guessed.drafts);
    notes.push(...guessed.notes);
  }
  const operations = mergeDrafts(drafts, first);
  if (operations.length > MOST_OPERATIONS)
    notes.push(`Of ${operations.length} operations the ${MOST_OPERATIONS} best described are kept.`);
  const fields = new Map<string, readonly GraphqlField[]>();
  for (const { draft, fields: own } of graphql.found)
    fields.set(operationIdOf(draft.origin, draft.method, draft.path, first), own);
  return {
    operations: operations.slice(0, MOST_OPERATIONS),
    notes: [...new Set(notes)].slice(0, 100),
    graphql: fields,
  };
};
