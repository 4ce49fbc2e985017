import { once } from '../accounts/memo.ts';
import { newAddress, strongPassword } from '../accounts/sign-up.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { claimsOf } from './keys-in-code.ts';
import type { Project } from './project.ts';
import { askData, errorOf, isFine, type Person } from './rest.ts';

export interface People {
  a?: Person;
  b?: Person;
  /** Why there are no two. */
  why: string;
  /** The answer to a sign-up of ours, when there was one. */
  signUp?: Answer;
}

const ACCOUNTS = 'two accounts are needed: add --sign-up, or name them under boundary.actors';

/** Two people of the project: those whom the run has, those whom the configuration names, or new ones where it may make them. */
export const peopleOf = (context: ProbeContext, project: Project): Promise<People> =>
  once(context, `direct: people ${project.origin}`, () => findPeople(context, project));

const findPeople = async (context: ProbeContext, project: Project): Promise<People> => {
  if (project.looksOnly !== undefined) return { why: project.looksOnly };
  const present = context.actors.all.flatMap((actor) => fromPool(context, project, actor) ?? []);
  const known = pairIn(present);
  if (known !== null) return known;
  const entered = await Promise.all(
    (context.config.boundary?.actors ?? [])
      .filter(({ login, passwordEnv }) => login !== undefined && passwordEnv !== undefined)
      .slice(0, 8)
      .map(async ({ name, role, tenant = name, login = '', passwordEnv = '' }) => {
        const password = context.env[passwordEnv];
        if (password === undefined) return [];
        const answer = await askData(context, project, {
          method: 'POST',
          path: '/auth/v1/token?grant_type=password',
          mode: 'read',
          body: { json: { email: login, password } },
        });
        return personFrom(answer, { name, role, tenant }) ?? [];
      }),
  );
  const own = pairIn(entered.flat());
  if (own !== null) return own;
  return context.signUp === true ? signUpTwo(context, project) : { why: ACCOUNTS };
};

const pairIn = (people: readonly Person[]): People | null => {
  for (const a of people) {
    const b = people.find((one) => one.id !== a.id && one.actor.role === a.actor.role);
    if (b !== undefined) return { a, b, why: '' };
  }
  return null;
};

const fromPool = (context: ProbeContext, project: Project, actor: Actor): Person | null => {
  const credentials = context.actors.credentials(actor, `${project.origin}/rest/v1/`);
  const token = /^Bearer (\S+)$/i.exec(credentials['authorization'] ?? '')?.[1];
  const claims = token === undefined ? null : claimsOf(token);
  const sub = claims?.['sub'];
  if (
    token === undefined ||
    typeof sub !== 'string' ||
    !/^[\w-]{8,64}$/.test(sub) ||
    claims?.['role'] !== 'authenticated'
  )
    return null;
  return { actor, id: sub, email: actor.login ?? null, token };
};

/** The person of an answer that holds a session; null when it holds none. */
export const personFrom = (answer: Answer, who: { name: string; role: string; tenant: string }): Person | null => {
  const json = isFine(answer) && typeof answer.json === 'object' && answer.json !== null ? answer.json : {};
  const { access_token: token, user } = json as { access_token?: unknown; user?: { email?: unknown } | null };
  const sub = typeof token === 'string' ? claimsOf(token)?.['sub'] : undefined;
  if (typeof token !== 'string' || token.length > 8_000 || typeof sub !== 'string' || !/^[\w-]{8,64}$/.test(sub))
    return null;
  const email = typeof user?.email === 'string' && user.email !== '' ? user.email.slice(0, 200) : null;
  const actor: Actor = {
    ...who,
    rank: 0,
    ids: new Set([sub]),
    carries: 'bearer',
    ...(email === null ? {} : { login: email }),
  };
  return { actor, id: sub, email, token };
};

const signUpTwo = async (context: ProbeContext, project: Project): Promise<People> => {
  const made: Person[] = [];
  let last: Answer | undefined;
  for (const name of ['signed-up-a', 'signed-up-b']) {
    const email = newAddress();
    last = await askData(context, project, {
      method: 'POST',
      path: '/auth/v1/signup',
      mode: 'write',
      body: { json: { email, password: strongPassword(), data: {} } },
    });
    if (isFine(last)) {
      context.made?.push({
        type: 'account',
        id: email,
        owner: name,
        by: `POST ${project.origin}/auth/v1/signup`,
        state: 'cannot be removed',
        remove: `Delete ${email} under Authentication → Users.`,
      });
    }
    const person = personFrom(last, { name, role: 'user', tenant: name });
    if (person === null) {
      const said = !last.ok
        ? last.said
        : isFine(last)
          ? 'the new address must be confirmed first'
          : `the sign-up was refused (${errorOf(last).message.slice(0, 120) || last.status})`;
      return { why: `${said}; ${ACCOUNTS.replace('add --sign-up, or ', '')}`, signUp: last };
    }
    made.push(person);
  }
  const [a, b] = made;
  return a === undefined || b === undefined
    ? { why: ACCOUNTS }
    : { a, b, why: '', ...(last === undefined ? {} : { signUp: last }) };
};
