import { attempt } from '../access/attempt.ts';
import { isGood } from '../access/answers.ts';
import { harmlessChange } from '../access/bodies.ts';
import { itemReads } from '../access/item-reads.ts';
import { isObject } from '../access/json.ts';
import { nounOf, pathNames } from '../access/operations.ts';
import { strangersTo } from '../access/people.ts';
import { membersLike, PERSON } from './members-like.ts';
import { lookAt, type Look } from '../access/readback.ts';
import { survey } from '../access/survey.ts';
import { mayChange, type Target } from '../access/targets.ts';
import type { Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { sayAttempt } from './try-write.ts';
import { putBack } from './undo.ts';

/** Verbs that no description has, beside the reading of an object that it has: `PATCH /users/{id}`. */
export const unwrittenVerbs = async (context: ProbeContext): Promise<Said[]> => {
  const { reads } = await itemReads(context);
  const said: Said[] = [];
  const known = new Set(
    context.operations.map(({ method, origin, path }) => `${method} ${origin}${path.replaceAll(/\{[^{}]*\}/g, '{}')}`),
  );
  const tried = new Set<string>();
  for (const { target, control } of reads) {
    const { operation, owner, resource } = target;
    if (tried.has(operation.id) || !/\}\/?$/.test(operation.path) || pathNames(operation.path).length !== 1) continue;
    const isPersonItself = PERSON.test(nounOf(operation.path));
    if (!isGood(control) || !isObject(control.json) || !(mayChange(context, resource) || isPersonItself)) continue;
    tried.add(operation.id);
    const [attacker] = strangersTo(context, owner, resource);
    const members = membersLike(context, operation, control.json);
    const change = harmlessChange(members, control.json);
    if (attacker === undefined || change === undefined) continue;
    for (const method of ['PATCH', 'PUT'] as const) {
      if (known.has(`${method} ${operation.origin}${operation.path.replaceAll(/\{[^{}]*\}/g, '{}')}`)) continue;
      const verb: Operation = {
        ...operation,
        id: operation.id.replace(/\bGET /, `${method} `),
        method,
        body: { contentType: 'application/json', required: true, schema: {} },
      };
      const one = await tryVerb(
        context,
        { ...target, operation: verb },
        attacker,
        { [change.name]: change.value },
        isPersonItself,
      );
      if (one !== undefined) said.push(one);
      if (one?.verdict === 'confirmed') break;
    }
  }
  return said;
};

const tryVerb = async (
  context: ProbeContext,
  target: Target,
  attacker: Actor,
  body: Record<string, unknown>,
  isPerson: boolean,
): Promise<Said | undefined> => {
  const { operation, owner, resource, url } = target;
  const before: Look[] = [await lookAt(context, { url, as: owner }, resource.id)];
  if (isPerson) before.push(...(await ownPages(context, owner)));
  const done = await attempt(context, { operation, url, as: attacker, resource, body, before });
  // What is described nowhere and is not there is no subject.
  if (done.change === undefined) return undefined;
  await putBack(context, target, done);
  return sayAttempt(
    context,
    operation.id,
    done,
    attacker,
    owner,
    `change the ${nounOf(operation.path)} ${owner.name} by ${operation.method}, which is described nowhere`,
  );
};

/** What the owner reads of the own account. */
const ownPages = async (context: ProbeContext, owner: Actor): Promise<Look[]> => {
  const seen = await survey(context);
  const own = seen.sights.find(
    ({ operation, viewer, answer }) =>
      viewer === owner &&
      /^(?:me|profile|account)$/.test(nounOf(operation.path)) &&
      isGood(answer) &&
      isObject(answer.json),
  );
  if (own === undefined) return [];
  const look = await lookAt(context, { url: own.url, as: owner }, '');
  return look.state === 'there' ? [look] : [];
};
