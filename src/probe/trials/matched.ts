import type { Operation } from '../contract/operation.ts';
import { matchTemplate, parametersOf } from '../inventory/template.ts';
import type { Taped } from './tape.ts';

/** A request of the tape and the operation that it asked for. */
export interface Matched {
  index: number;
  taped: Taped;
  operation: Operation;
  values: Readonly<Record<string, string>>;
}

/** Headers that a plain client sends too; with others a probe tried something of its own. */
const PLAIN_HEADER = /^(?:content-type|accept|.*(?:idempot|request-?id|correlation).*)$/i;

/** The plain requests of a tape, each with its operation: what bypasses tried is left out. */
export const matchTape = (tape: readonly Taped[], operations: readonly Operation[]): Matched[] => {
  const byShape = Map.groupBy(operations, ({ method, origin, path }) => keyOf(method, origin, path.split('/').length));
  return tape.flatMap((taped, index): Matched[] => {
    const { origin, pathname } = new URL(taped.url);
    const [best] = (byShape.get(keyOf(taped.method, origin, pathname.split('/').length)) ?? [])
      .flatMap((operation) => {
        const values = matchTemplate(operation.path, pathname);
        return values === null || !isPlain(taped, operation) ? [] : [{ index, taped, operation, values }];
      })
      .toSorted((a, b) => parametersOf(a.operation.path).length - parametersOf(b.operation.path).length);
    return best === undefined ? [] : [best];
  });
};

const keyOf = (method: string, origin: string, segments: number): string => `${method} ${origin} ${segments}`;

const isPlain = ({ headers }: Taped, { parameters }: Operation): boolean =>
  Object.entries(headers).every(
    ([name, value]) =>
      value !== null &&
      (PLAIN_HEADER.test(name) ||
        parameters.some((one) => one.in === 'header' && one.name.toLowerCase() === name.toLowerCase())),
  );

export const isGoodStatus = (status: number): boolean => status >= 200 && status < 300;

const TO_LOGIN = /(?:log-?in|sign-?in|auth|account\/enter|session)/i;

/** A guard stood in the way. */
export const isGuarded = ({ status, location = '' }: Taped): boolean =>
  status === 401 || status === 403 || (status >= 300 && status < 400 && TO_LOGIN.test(location));

/** A guard, or the app says that there is no such thing. */
export const isKept = (taped: Taped): boolean => isGuarded(taped) || taped.status === 404;
