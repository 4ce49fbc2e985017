import type { AccessCell } from '../../model/evidence/boundary.ts';
import { once } from '../accounts/memo.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { isAccountDoor, isPage, isSafeRead, isStream, pathNames } from './operations.ts';
import { withPages } from './twins.ts';
import { addressOf } from './operations.ts';
import { asText } from './bodies.ts';
import { grow } from './grow.ts';
import { learnFrom } from './learnt.ts';

/** One answer to a read that needs no object: nobody's, or an actor's. */
export interface Sight {
  operation: Operation;
  url: string;
  viewer: Actor | null;
  answer: Answer;
}

/** Every read without an object, as everybody. */
export interface Survey {
  sights: readonly Sight[];
  of(operation: Operation): readonly Sight[];
  as(operation: Operation, viewer: Actor | null): Answer | undefined;
}

const MOST_BYTES = 512 * 1024;
const MOST_PLAIN = 150;
const MOST_ACTORS = 12;

/** Reads whose address is complete: no path parameter, and what is required in the query known. */
export const plainReads = ({ operations }: Pick<ProbeContext, 'operations'>): { operation: Operation; url: string }[] =>
  withPages(operations)
    .filter(
      (operation) =>
        isSafeRead(operation) &&
        !isStream(operation) &&
        !isAccountDoor(operation) &&
        pathNames(operation.path).length === 0,
    )
    .toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))
    .flatMap((operation) => {
      const query: Record<string, string> = {};
      for (const { name, in: place, required, seen, schema } of operation.parameters) {
        if (place !== 'query' || !required) continue;
        const value = seen?.[0] ?? schema.default ?? schema.example ?? schema.enum?.[0];
        if (value === undefined) return [];
        query[name] = asText(value);
      }
      const url = addressOf(operation, {}, query);
      return url === undefined ? [] : [{ operation, url }];
    })
    .slice(0, MOST_PLAIN);

/** Asked once in a run; probes that only look share it. */
export const survey = (context: ProbeContext): Promise<Survey> => once(context, 'survey', () => take(context));

const take = async (context: ProbeContext): Promise<Survey> => {
  await grow(context);
  const viewers = [null, ...context.actors.all.slice(0, MOST_ACTORS)];
  const asked = plainReads(context).flatMap(({ operation, url }) =>
    viewers.map((viewer) => ({ operation, url, viewer })),
  );
  const sights = await Promise.all(
    asked.map(async ({ operation, url, viewer }) => ({
      operation,
      url,
      viewer,
      answer: await context.send({ method: 'GET', url }, { as: viewer, mode: 'read', maxBytes: MOST_BYTES }),
    })),
  );
  learnFrom(context, sights);
  const byOperation = Map.groupBy(sights, ({ operation }) => operation.id);
  const of = (operation: Operation): readonly Sight[] => byOperation.get(operation.id) ?? [];
  for (const same of byOperation.values()) context.cells.push(...cellsOf(same));
  return { sights, of, as: (operation, viewer) => of(operation).find((one) => one.viewer === viewer)?.answer };
};

/** Cells of the matrix, before anything is known to be wrong. */
export const cellsOf = (sights: readonly Sight[]): AccessCell[] =>
  [...Map.groupBy(sights, ({ viewer }) => viewer?.role ?? 'nobody')].flatMap(([role, [sight]]): AccessCell[] => {
    if (sight === undefined) return [];
    const { answer, operation, viewer } = sight;
    const cell = { operation: operation.id, role, exchange: answer.exchange, status: answer.ok ? answer.status : null };
    return [{ ...cell, outcome: outcomeOf(answer, viewer) }];
  });

export const outcomeOf = (answer: Answer, viewer: Actor | null): AccessCell['outcome'] => {
  if (!answer.ok) return answer.kind === 'refused' || answer.kind === 'stopped' ? 'not-tested' : 'unknown';
  if (answer.status >= 200 && answer.status < 300) return viewer === null ? 'open' : 'own';
  if (answer.status === 429 || answer.status >= 500) return 'unknown';
  return 'refused';
};
