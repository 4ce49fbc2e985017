import type { BoundaryActor, MadeObject } from '../../model/evidence/boundary.ts';
import { accountsOf, type Member, type Members } from './actor-pool.ts';
import type { EnterContext } from './enter-context.ts';
import type { Established } from './establish.ts';
import { findToken } from './find-token.ts';
import { attemptBy } from './log-in.ts';
import { logIn } from './log-in-once.ts';
import { memberOf, prove, type Identity } from './prove.ts';
import type { Account, Entered } from './recipe.ts';
import { cookiesFor } from './session.ts';
import { signUp, type SignedUp } from './sign-up.ts';
import { newPerson, type Person } from './sign-up-values.ts';

const WANTED = 2;

/** Makes accounts of the lowest role until two of different tenants take part. */
export const signUpActors = async (
  context: EnterContext,
  pool: Members,
  never: BoundaryActor[],
  made: MadeObject[],
): Promise<void> => {
  const role = context.config.roles[0] ?? 'customer';
  const home = context.door.origins[0] ?? '';
  let how: SignedUp['how'] | undefined;
  for (const [index, letter] of ['a', 'b'].entries()) {
    const tenants = new Set(pool.ofRole(role).map(({ tenant }) => tenant));
    if (tenants.size >= WANTED) return;
    const name = freeName(pool, `${role}-${letter}`);
    const person = newPerson(index);
    const signed = await signUp(context.door, person, home, how);
    const fact = { name, role, tenant: name, via: 'sign-up', state: 'never' as const };
    if (!signed.ok) {
      never.push({ ...fact, detail: signed.said });
      return;
    }
    how = signed.how;
    const object: MadeObject = {
      type: 'account',
      id: person.email,
      owner: name,
      by: signed.by,
      state: 'there',
      remove: `Delete the account ${person.email}.`,
    };
    made.push(object);
    const member = await enterSignedUp(context, person, signed, { name, role, home });
    if ('said' in member) never.push({ ...fact, detail: [...signed.notes, member.said].join('; ') });
    else {
      object.id = accountsOf(member.ids)[0] ?? object.id;
      pool.add(member);
    }
  }
};

const freeName = (pool: Members, wanted: string): string =>
  pool.named(wanted) === undefined ? wanted : freeName(pool, `${wanted}-new`);

const enterSignedUp = async (
  context: EnterContext,
  { email, password }: Person,
  signed: SignedUp,
  { name, role, home }: { name: string; role: string; home: string },
): Promise<Member | { said: string }> => {
  const account: Account = { login: email, password, origin: home };
  const identity: Identity = { name, role, tenant: name, home, login: email };
  const { attempt, way } = await logIn(context, account, { role });
  const entered = attempt.ok ? { ...attempt, via: 'sign-up' } : fromSignUp(signed, home);
  if (entered === null) return { said: attempt.ok ? '' : `after the sign-up ${attempt.said}` };
  const made = await prove(context, identity, entered);
  const again = async (): Promise<Established | null> => {
    const next = way === undefined ? null : await attemptBy(context.door, account, way);
    return next?.ok === true ? prove(context, identity, next) : null;
  };
  const member = memberOf(context, identity, entered, made, attempt.ok ? again : undefined);
  return { ...member, detail: [member.detail, ...signed.notes].join('; ') };
};

/** The session that a sign-up gives at once, where logging in did not work. */
const fromSignUp = ({ answer, session }: SignedUp, home: string): Entered | null => {
  const token = findToken(answer.json);
  if (token === undefined && Object.keys(cookiesFor(session, `${home}/`)).length === 0) return null;
  return { ok: true, session, json: answer.json, via: 'sign-up', ...(token === undefined ? {} : { token }) };
};
