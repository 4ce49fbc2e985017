import { headersOf } from '../actors/session.ts';
import { findSignUps, newAddress, signUpBy, strongPassword, type SignUpWay } from '../accounts/sign-up.ts';
import { findOwnAnswer } from '../accounts/own-answer.ts';
import { mainOrigin } from '../accounts/people.ts';
import { say, type Said } from '../accounts/observe.ts';
import { enter } from '../accounts/throw-away.ts';
import { doorOf } from '../accounts/ways-in.ts';
import { isGood, isSilent, told } from '../access/answers.ts';
import { leavesOf } from '../access/json.ts';
import { between } from '../access/report.ts';
import { accountIdIn } from '../functions/fit.ts';
import { roleGiver } from '../functions/role-change.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { signUpExtras, type Extra } from './extra-fields.ts';

/** The sign-up with one more member in its body. */
const withExtras = ({ operation, ...way }: SignUpWay, extras: readonly Extra[]): SignUpWay => {
  const schema = operation.body?.schema ?? {};
  const more = Object.fromEntries(extras.map(({ name, value }) => [name, { const: value }]));
  const body = {
    contentType: 'application/json',
    ...operation.body,
    required: true,
    schema: {
      ...schema,
      properties: { ...schema.properties, ...more },
      required: [...(schema.required ?? []), ...Object.keys(more)],
    },
  };
  return { ...way, operation: { ...operation, body } };
};

/** Pure: an account that says of itself that it has the role. */
export const hasRole = (json: unknown, role: string): boolean =>
  leavesOf(json).some(
    ({ name, value }) =>
      (/role/i.test(name) && String(value).toLowerCase() === role.toLowerCase()) ||
      (/^(?:is_?)?admin$/i.test(name) && value === true),
  );

/** Below the highest, where there is one between: the highest often has a door of its own. */
const roleToAsk = ({ actors }: ProbeContext): string | undefined => {
  const ranks = [
    ...new Map(actors.all.toSorted((a, b) => b.rank - a.rank).map(({ role, rank }) => [role, rank])).keys(),
  ];
  const powerful = ranks.filter((role) => /mod|admin|staff|manager|owner|support/i.test(role));
  return powerful[1] ?? powerful[0] ?? 'admin';
};

/** Signs up with a role in the body, and looks what the account says of itself. */
export const signUpRole = async (context: ProbeContext): Promise<Said | undefined> => {
  const [way] = findSignUps(context.operations);
  const role = roleToAsk(context);
  if (way === undefined || role === undefined) return undefined;
  const subject = way.operation.id;
  const all = await tryExtras(context, way, signUpExtras(role), role);
  const single = all.refused ? [signUpExtras(role)[0], signUpExtras(role)[2]].filter((one) => one !== undefined) : [];
  const tries = [all];
  for (const extra of single)
    if (!tries.some(({ taken }) => taken)) tries.push(await tryExtras(context, way, [extra], role));
  const hit = tries.find(({ taken }) => taken);
  if (hit !== undefined) {
    context.cells.push(leakCell(subject, 'nobody', hit.answer.ok ? hit.answer.status : null, hit.answer.exchange));
    const left = hit.undone ? '' : ' The account is left with it';
    return say(
      subject,
      'confirmed',
      `Whoever signs up with “role” in the body gets the role ${role}.${left}`,
      [hit.answer, hit.own],
      between(null, undefined, { role }),
    );
  }
  if (tries.every(({ answer }) => isSilent(answer)))
    return say(subject, 'inconclusive', `The sign-up ${told(all.answer)}.`, [all.answer], between(null));
  const open = tries.find(({ answer, own }) => isGood(answer) && own === undefined);
  if (open !== undefined)
    return say(
      subject,
      'inconclusive',
      'The account that was made with a role in the body could not log in, so its role is not known.',
      [open.answer],
      between(null),
    );
  return say(
    subject,
    'refuted',
    `A sign-up with a role in the body ${told(all.answer)}, and gave no role.`,
    tries.map(({ answer }) => answer),
    between(null),
  );
};

interface Try {
  answer: Answer;
  refused: boolean;
  taken: boolean;
  undone: boolean;
  own?: Answer;
}

const tryExtras = async (
  context: ProbeContext,
  way: SignUpWay,
  extras: readonly Extra[],
  role: string,
): Promise<Try> => {
  const wanted = { email: newAddress(), password: strongPassword() };
  const { answer } = await signUpBy(doorOf(context), withExtras(way, extras), wanted);
  const refused = answer.ok && answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  if (!isGood(answer)) return { answer, refused, taken: false, undone: true };
  const origin = mainOrigin(context);
  const session = await enter(context, { login: wanted.email, password: wanted.password, origin });
  const own =
    session === null ? null : await findOwnAnswer(context, origin, wanted.email, (url) => headersOf(session, url));
  const mine = own?.mine;
  const taken = (mine?.ok === true && hasRole(mine.json, role)) || (mine === undefined && hasRole(answer.json, role));
  const undone = taken && mine?.ok === true ? await lower(context, accountIdIn(mine.json)) : true;
  return { answer, refused: false, taken, undone, ...(mine === undefined ? {} : { own: mine }) };
};

/** Staff gives the account the least role, where there is a way. */
const lower = async (context: ProbeContext, id: string | undefined): Promise<boolean> => {
  const least = context.actors.all.toSorted((a, b) => a.rank - b.rank)[0]?.role;
  const giver = roleGiver(context, id, 'write');
  return giver !== undefined && least !== undefined && isGood(await giver.give(least));
};
