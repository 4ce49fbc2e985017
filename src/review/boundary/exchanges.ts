import type { AccessCell, BoundaryActor, Exchange, Observation } from '../../model/evidence/boundary.ts';
import type { ShownExchange } from '../../model/review.ts';
import { bound } from '../bound.ts';
import { BOUNDARY_LIMITS as MOST } from './limits.ts';

/** Exchanges that a Review carries. */
export interface Named {
  ids: ReadonlySet<string>;
  /** Those of them that show something wrong. */
  telling: ReadonlySet<string>;
}

/** The exchanges that a Review carries: leaks first, then what findings are proven by, what looks odd, and the rest as far as there is room. */
export const namedExchanges = (
  cells: readonly AccessCell[],
  observations: readonly Observation[],
  all: Readonly<Record<string, Exchange>>,
): Named => {
  const ofCells = (outcome: AccessCell['outcome']): readonly string[] =>
    cells.flatMap((cell) => (cell.outcome === outcome && cell.exchange !== undefined ? [cell.exchange] : []));
  const proven = observations
    .filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely')
    .flatMap(({ exchanges }) => exchanges);
  const telling = new Set([...ofCells('leak'), ...proven, ...ofCells('odd')]);
  const rest = (['unknown', 'refused', 'own', 'open'] as const).flatMap(ofCells);
  const ids = [...new Set([...telling, ...rest])].filter((id) => Object.hasOwn(all, id)).slice(0, MOST.exchanges);
  return { ids: new Set(ids), telling };
};

const headerLines = (headers: Exchange['headers']): readonly string[] => [
  ...headers.slice(0, MOST.headers).map(([name, value]) => bound(`${name}: ${value}`, MOST.header)),
  ...(headers.length > MOST.headers ? [`… ${headers.length - MOST.headers} more headers`] : []),
];

/** Pretty where it is whole JSON, so that a person can read it. */
const bodyText = (body: string | undefined, most: number): readonly string[] => {
  if (body === undefined || body === '') return [];
  try {
    return ['', bound(JSON.stringify(JSON.parse(body), null, 2), most)];
  } catch {
    return ['', bound(body, most)];
  }
};

const whoOf = (name: string | null, actors: readonly BoundaryActor[]): string => {
  if (name === null) return 'nobody';
  const role = actors.find((actor) => actor.name === name)?.role;
  return bound(role === undefined || role === name ? name : `${name} (${role})`, MOST.name);
};

const shownOf = (exchange: Exchange, actors: readonly BoundaryActor[], most: number): ShownExchange => ({
  actor: whoOf(exchange.actor, actors),
  request: [
    `${bound(exchange.method, 20)} ${bound(exchange.url, 1_000)}`,
    ...headerLines(exchange.requestHeaders),
    ...bodyText(exchange.requestBody, most),
  ].join('\n'),
  answer:
    exchange.status === null
      ? `no answer: ${bound(exchange.error ?? 'the connection ended', 300)}`
      : [String(exchange.status), ...headerLines(exchange.headers), ...bodyText(exchange.body, most)].join('\n'),
});

/** The named exchanges as text, those that tell something at length. Bodies and headers come masked from the probes. */
export const shownExchanges = (
  { ids, telling }: Named,
  all: Readonly<Record<string, Exchange>>,
  actors: readonly BoundaryActor[],
): Readonly<Record<string, ShownExchange>> =>
  Object.fromEntries(
    [...ids].flatMap((id) => {
      const exchange = all[id];
      return exchange === undefined
        ? []
        : [[id, shownOf(exchange, actors, telling.has(id) ? MOST.body : MOST.plainBody)]];
    }),
  );
