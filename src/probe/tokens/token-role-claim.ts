import { carried } from '../accounts/carrying.ts';
import { isGood } from '../actors/door.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { readWith } from '../accounts/own-answer.ts';
import { say } from '../accounts/observe.ts';
import { forger } from './forge.ts';
import { SUBJECT } from './subject.ts';
import { notTested, tokenProbe } from './token-probe.ts';

const ROLE =
  /^(?:(?:user_?|x-hasura-(?:default|allowed)-)?roles?|scopes?|permissions?|is_?admin|admin|is_?staff|groups?|authorities)$/i;
const POWERFUL = /(?:admin|manage|moderat|staff|users$|audit|report|backoffice|internal)/i;

/** Whether the app itself writes into its tokens what their holder may do. */
export const carriesRole = (payload: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(payload).some((name) => ROLE.test(name));

/** Claims by which apps are told of a role. */
export const roleClaims = (role: string): Record<string, unknown> => ({
  role,
  roles: [role],
  ...(/admin/i.test(role) ? { isAdmin: true, admin: true } : {}),
});

interface Guarded {
  url: string;
  open: Answer;
  closed: Answer;
}

/** A read that a stronger role has and this actor has not. One actor of each stronger role, on its own host. */
const guardedRead = async (context: ProbeContext, weak: Actor): Promise<(Guarded & { strong: Actor }) | null> => {
  const stronger = context.actors.all.filter(({ rank }) => rank > weak.rank).toSorted((a, b) => a.rank - b.rank);
  const one = [...new Map(stronger.map((actor) => [actor.role, actor])).values()].slice(-4);
  const reads = context.operations.filter(
    ({ method, path }) => method === 'GET' && POWERFUL.test(path) && !path.includes('{'),
  );
  for (const { path, origin } of reads.slice(0, 6)) {
    for (const strong of one) {
      const url = new URL(path, strong.origin ?? origin).href;
      const open = await context.send({ method: 'GET', url }, { as: strong, mode: 'read' });
      if (!open.ok || !isGood(open.status) || typeof open.json !== 'object') continue;
      const closed = await context.send({ method: 'GET', url }, { as: weak, mode: 'read' });
      if (closed.ok && [401, 403, 404].includes(closed.status)) return { url, open, closed, strong };
    }
  }
  return null;
};

export const tokenRoleClaim = tokenProbe({
  id: 'token-role-claim',
  tries: 'whether a role that a token brings is believed over the app’s own record',
  requests: 40,
  run: async (context, subject) => {
    if (carriesRole(subject.jwt.payload)) {
      // Signed by the app, so it is true when it is made. Whether it stays true is asked by taking a role away (stale-role).
      return say(
        SUBJECT,
        'refuted',
        'The app writes the role into its tokens and signs it; a holder cannot change it unless signatures fail.',
        [subject.valid],
      );
    }
    const forged = await forger(context, subject);
    if ('cannot' in forged) return forged.cannot;
    const guarded = await guardedRead(context, subject.actor);
    if (guarded === null) return notTested('No read was found that a stronger actor has and this one has not.');
    const { url, open, closed, strong } = guarded;
    const token = forged.sign(roleClaims(strong.role));
    const answer = await readWith(context, url, carried(context, token));
    const answers = [closed, open, answer];
    const path = new URL(url).pathname;
    const actor = { actor: subject.actor.name };
    if (answer.ok && isGood(answer.status) && open.ok && sameShape(answer.json, open.json)) {
      const said = `Tokens of the app carry no role, but one with the role ${strong.role} added was believed: ${subject.actor.name} read ${path}, which was closed to it.`;
      return say(SUBJECT, 'confirmed', said, answers, actor);
    }
    if (!answer.ok) return say(SUBJECT, 'inconclusive', answer.said, answers, actor);
    return say(SUBJECT, 'refuted', `A role added to the token did not open ${path}.`, answers, actor);
  },
});

const sameShape = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(b);
  return names.length > 0 && names.every((name) => name in a || Array.isArray(b));
};
