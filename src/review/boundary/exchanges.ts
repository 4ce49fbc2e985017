import type { AccessCell, BoundaryActor, Exchange, Observation } from '../../model/evidence/boundary.ts';
import type { ShownExchange } from '../../model/review.ts';
import { bound } from '../bound.ts';
import { BOUNDARY_LIMITS as MOST } from './limits.ts';

/** Ids of the exchanges that a Review carries: leaks first, then what findings are proven by, then what looks odd. */
export const namedExchanges = (
  cells: readonly AccessCell[],
  observations: readonly Observation[],
  all: Readonly<Record<string, Exchange>>,
): ReadonlySet<string> => {
  const ofCells = (outcome: AccessCell['outcome']): readonly string[] =>
    cells.flatMap((cell) => (cell.outcome === outcome && cell.exchange !== undefined ? [cell.exchange] : []));
  const proven = observations
    .filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely')
    .flatMap(({ exchanges }) => exchanges);
  const named = [...new Set([...ofCells('leak'), ...proven, ...ofCells('odd')])];
  return new Set(named.filter((id) => Object.hasOwn(all, id)).slice(0, MOST.exchanges));
};

const headerLines = (headers: Exchange['headers']): readonly string[] => [
  ...headers.slice(0, MOST.headers).map(([name, value]) => bound(`${name}: ${value}`, MOST.header)),
  ...(headers.length > MOST.headers ? [`… ${headers.length - MOST.headers} more headers`] : []),
];

/** Pretty where it is whole JSON, so that a person can read it. */
const bodyText = (body: string | undefined): readonly string[] => {
  if (body === undefined || body === '') return [];
  try {
    return ['', bound(JSON.stringify(JSON.parse(body), null, 2), MOST.body)];
  } catch {
    return ['', bound(body, MOST.body)];
  }
};

const whoOf = (name: string | null, actors: readonly BoundaryActor[]): string => {
  if (name === null) return 'nobody';
  const role = actors.find((actor) => actor.name === name)?.role;
  return bound(role === undefined || role === name ? name : `${name} (${role})`, MOST.name);
};

const shownOf = (exchange: Exchange, actors: readonly BoundaryActor[]): ShownExchange => ({
  actor: whoOf(exchange.actor, actors),
  request: [
    `${bound(exchange.method, 20)} ${bound(exchange.url, 1_000)}`,
    ...headerLines(exchange.requestHeaders),
    ...bodyText(exchange.requestBody),
  ].join('\n'),
  answer:
    exchange.status === null
      ? `no answer: ${bound(exchange.error ?? 'the connection ended', 300)}`
      : [String(exchange.status), ...headerLines(exchange.headers), ...bodyText(exchange.body)].join('\n'),
});

/** The exchanges of `ids` as text. Bodies and headers come masked from the probes. */
export const shownExchanges = (
  ids: ReadonlySet<string>,
  all: Readonly<Record<string, Exchange>>,
  actors: readonly BoundaryActor[],
): Readonly<Record<string, ShownExchange>> =>
  Object.fromEntries(
    [...ids].flatMap((id) => {
      const exchange = all[id];
      return exchange === undefined ? [] : [[id, shownOf(exchange, actors)]];
    }),
  );
