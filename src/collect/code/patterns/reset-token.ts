import type { Expr } from '../ir.ts';
import { answerOf } from './error-answer/answer.ts';
import type { PatternFinder } from './spot.ts';
import { isForDevelopers } from './told/developers.ts';
import { runsOnServer } from './told/server.ts';

/** What should reach the owner of an address by mail alone. */
const BY_MAIL =
  /^(?:password_?)?(?:reset|recovery|forgot)_?(?:token|link|url|code)$|^magic_?(?:link|token|url|code)$|^otp(?:_?code)?$/i;
const MOST_LEVELS = 3;

/** The secret of a reset or of a log-in by mail, told to whoever asks for it. */
export const resetTokenAnswered: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  const body = answerOf(spot)?.body;
  const name = body === undefined ? undefined : secretIn(body);
  if (name === undefined || !runsOnServer(program, m) || isForDevelopers(m, fn, e)) return undefined;
  return { kind: 'reset-token', what: name, at: { path: m.path, line: e.at } };
};

const secretIn = (e: Expr, level = 0): string | undefined => {
  if (e.k === 'call' && e.f.k === 'mem' && e.f.p === 'stringify' && e.a[0] !== undefined)
    return secretIn(e.a[0], level);
  if (e.k !== 'obj' || level > MOST_LEVELS) return undefined;
  for (const { n, v } of e.props) {
    if (typeof n !== 'string') continue;
    if (BY_MAIL.test(n) && (v.k === 'id' || v.k === 'mem' || v.k === 'tpl')) return n;
    const inner = secretIn(v, level + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
};
