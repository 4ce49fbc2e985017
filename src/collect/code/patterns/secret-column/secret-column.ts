import { answerOf } from '../error-answer/answer.ts';
import type { PatternFinder } from '../spot.ts';
import { isPeople } from '../told/names.ts';
import { runsOnServer } from '../told/server.ts';
import { rowIn } from './row.ts';

/** Tables whose rows let somebody in. */
const OPENS = /session|token|credential|verification|invit/i;

/** A whole row in an answer, with the hash of a password or a token among its columns. */
export const secretColumn: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const answer = answerOf(spot);
  if (answer === undefined || !runsOnServer(program, m)) return undefined;
  const row = rowIn({ program, m, fn }, answer.body);
  // The password of a shared link is shown to its owner on purpose.
  if (row === undefined || !(isPeople(row.model) || OPENS.test(row.model))) return undefined;
  return { kind: 'secret-column', what: row.model, tells: row.secrets, at: { path: m.path, line: e.at } };
};
