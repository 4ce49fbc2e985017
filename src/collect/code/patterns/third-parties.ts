import type { CodePattern } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { propOf } from '../visit.ts';
import { isTakenOut } from './told/before-send.ts';
import { isForDevelopers } from './told/developers.ts';
import type { Told } from './told/names.ts';
import { isStartedByHand } from './told/server.ts';
import { ANALYTICS, TRACKERS, sinkIn } from './told/sinks.ts';
import { toldBy } from './told/told.ts';
import type { PatternFinder, Spot } from './spot.ts';

/** Whole users among the properties: `identify(user.id, user)`. */
const WHOLE = /^(?:current_?)?(?:user|profile|customer|account)$/i;

const wholeIn = (e: Expr): Told[] =>
  e.k === 'id' && WHOLE.test(e.n)
    ? ['user']
    : e.k === 'obj'
      ? e.props.flatMap(({ n, v }) => (n === undefined || n === 'properties' || n === 'traits' ? wholeIn(v) : []))
      : [];

const handedOn = (spot: Spot, kind: CodePattern['kind'], what: string): CodePattern | undefined => {
  const { program, m, fn, e } = spot;
  if (e.k !== 'call' || isStartedByHand(m.path)) return undefined;
  const told = [
    ...e.a.flatMap((one) => toldBy({ program, m, fn }, one)).map((one) => one.told),
    ...e.a.slice(/setUser/.test(what) ? 0 : 1).flatMap(wholeIn),
  ].filter((one) => !isTakenOut(program, one));
  if (told.length === 0 || isForDevelopers(m, fn, e)) return undefined;
  return { kind, what, tells: [...new Set(told)], at: { path: m.path, line: e.at } };
};

/** What goes to the service that collects errors, beside the error. */
export const toldToTracker: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const sink = sinkIn(TRACKERS, spot);
  if (sink !== undefined)
    return handedOn(spot, 'error-tracker', sink.service === undefined ? sink.what : `${sink.what} (${sink.service})`);
  if (e.k !== 'call' || e.f.k !== 'mem' || e.f.p !== 'init' || isStartedByHand(m.path)) return undefined;
  const sends = propOf(e.a[0], 'sendDefaultPii');
  if (sends?.k !== 'lit' || sends.v !== true || !/^@sentry\//.test(pathOf(program.resolve(m, fn, e.f)) ?? ''))
    return undefined;
  const told = (['cookies', 'user'] as const).filter((one) => !isTakenOut(program, one));
  return told.length === 0
    ? undefined
    : { kind: 'error-tracker', what: 'sendDefaultPii (Sentry)', tells: told, at: { path: m.path, line: e.at } };
};

/** What goes to a service that measures what visitors do. */
export const toldToAnalytics: PatternFinder = (spot) => {
  const sink = sinkIn(ANALYTICS, spot);
  return sink === undefined
    ? undefined
    : handedOn(spot, 'analytics', sink.service === undefined ? sink.what : `${sink.what} (${sink.service})`);
};
