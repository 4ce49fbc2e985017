import { conditionsAround } from '../conditions.ts';
import { isForDevelopers } from '../told/developers.ts';
import { runsOnServer } from '../told/server.ts';
import type { PatternFinder } from '../spot.ts';
import { answerOf } from './answer.ts';
import { isOfKind, ofErrorIn } from './caught.ts';

/** What the caller is told of an error that the app did not foresee. */
export const errorAnswer: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const answer = answerOf(spot);
  if (answer === undefined) return undefined;
  const here = { program, m, fn };
  // A refusal says why; a failure does not.
  const isRefusal = answer.status !== undefined && answer.status >= 400 && answer.status < 500;
  const told = ofErrorIn(here, answer.body).filter((one) => one === 'stack' || !isRefusal);
  if (told.length === 0 || !runsOnServer(program, m) || isForDevelopers(m, fn, e)) return undefined;
  if (!told.includes('stack') && conditionsAround(m, fn, e).some(({ test, yes }) => isOfKind(here, test, yes)))
    return undefined;
  return { kind: 'error-answer', what: answer.what, tells: [...new Set(told)], at: { path: m.path, line: e.at } };
};
