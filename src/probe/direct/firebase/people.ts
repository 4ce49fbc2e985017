import { once } from '../../accounts/memo.ts';
import { newAddress, strongPassword } from '../../accounts/sign-up.ts';
import type { Actor } from '../../contract/actor.ts';
import type { ProbeContext } from '../../contract/probe.ts';
import type { Answer, Body } from '../../contract/send.ts';
import { isFine } from '../rest.ts';
import type { FirebaseConfig } from './config-in-code.ts';

/** An account that the run made for itself. */
export interface FirebasePerson {
  actor: Actor;
  uid: string;
  email: string;
  token: string;
}

export interface FirebasePeople {
  a?: FirebasePerson;
  b?: FirebasePerson;
  /** Why there are no two. */
  why: string;
}

const post = (context: ProbeContext, { auth, apiKey }: FirebaseConfig, action: string, body: Body): Promise<Answer> =>
  context.send(
    { method: 'POST', url: `${auth.origin}${auth.below}accounts:${action}?key=${apiKey}`, body },
    { as: null, mode: 'write', maxBytes: 20_000 },
  );

/** Two accounts with an address and a password, where the run may make some and the project lets it. Removed by `leave`. */
export const firebasePeople = (context: ProbeContext, config: FirebaseConfig): Promise<FirebasePeople> =>
  once(context, `direct: firebase people ${config.projectId}`, async () => {
    if (context.signUp !== true) return { why: 'two accounts are needed: add --sign-up' };
    const made: FirebasePerson[] = [];
    for (const name of ['signed-up-a', 'signed-up-b']) {
      const email = newAddress();
      const json = { email, password: strongPassword(), returnSecureToken: true };
      const answer = await post(context, config, 'signUp', { json });
      const person = isFine(answer) ? personOf(name, email, answer.json) : null;
      if (person === null) {
        const said = answer.ok ? `the sign-up was refused (${answer.status})` : answer.said;
        return { why: `${said}; two accounts are needed` };
      }
      made.push(person);
    }
    const [a, b] = made;
    return a === undefined || b === undefined ? { why: 'two accounts are needed' } : { a, b, why: '' };
  });

const personOf = (name: string, email: string, json: unknown): FirebasePerson | null => {
  const { idToken, localId } = (json ?? {}) as { idToken?: unknown; localId?: unknown };
  if (typeof idToken !== 'string' || typeof localId !== 'string' || !/^[\w-]{8,128}$/.test(localId)) return null;
  const actor: Actor = {
    name,
    role: 'user',
    tenant: name,
    rank: 0,
    ids: new Set([localId]),
    carries: 'bearer',
    login: email,
  };
  return { actor, uid: localId, email, token: idToken };
};

/** Removes the accounts again; what stays is written down. */
export const leave = async (context: ProbeContext, config: FirebaseConfig): Promise<void> => {
  const { a, b } = await firebasePeople(context, config);
  for (const person of [a, b]) {
    if (person === undefined) continue;
    const gone = isFine(await post(context, config, 'delete', { json: { idToken: person.token } }));
    context.made?.push({
      type: 'account',
      id: person.email,
      owner: person.actor.name,
      by: `POST ${config.auth.origin} accounts:signUp`,
      state: gone ? 'removed' : 'cannot be removed',
      ...(gone ? {} : { remove: `Delete ${person.email} under Authentication → Users.` }),
    });
  }
};
