import { attempt, type Attempt } from '../access/attempt.ts';
import { isGood } from '../access/answers.ts';
import { addressOf, isAccountDoor, isSafeRead, nounOf, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { isStaff, isStaffs } from '../access/people.ts';
import { windowsOn } from '../access/readback.ts';
import { between, settleSubjects } from '../access/report.ts';
import { mayChange, targetsOf, type Target } from '../access/targets.ts';
import { foreignIn } from '../access/secrets-of.ts';
import { oneChange, sayAttempt } from './try-write.ts';
import { foreignChildren } from './foreign-children.ts';
import { leakCell } from './matrix.ts';
import { putBack } from './undo.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';

/** Operations with a parent and a child in the path. */
const nested = (context: ProbeContext): Operation[] =>
  withoutTwins(context.operations).filter(
    (operation) =>
      pathNames(operation.path).length >= 2 &&
      (operation.method !== 'GET' || isSafeRead(operation)) &&
      !isAccountDoor(operation) &&
      !isStaffs(context, operation),
  );

/** The attacker's own parent, the victim's child. */
const mixed = (context: ProbeContext, operation: Operation, victim: Actor, attacker: Actor): Target | undefined => {
  const [own] = targetsOf(context, operation, attacker, 1);
  const theirs = targetsOf(context, operation, victim, 6).find(
    ({ resource }) => operation.method === 'GET' || mayChange(context, resource),
  );
  const parents = pathNames(operation.path).slice(0, -1);
  // A parent without a child of its own will do too.
  const values = own?.values ?? parentValues(context, operation, attacker);
  if (theirs === undefined || values === undefined || parents.some((name) => values[name] === theirs.values[name]))
    return undefined;
  const both = { ...values, [theirs.named]: theirs.values[theirs.named] ?? '' };
  const url = addressOf(operation, both);
  return url === undefined ? undefined : { ...theirs, values: both, url };
};

const parentValues = (
  context: ProbeContext,
  operation: Operation,
  actor: Actor,
): Record<string, string> | undefined => {
  const values: Record<string, string> = {};
  for (const name of pathNames(operation.path).slice(0, -1)) {
    const [parent] = context.resources.fitting(operation.id, name, actor);
    const value = parent?.keys[name] ?? parent?.id;
    if (value === undefined || value === '') return undefined;
    values[name] = value;
  }
  return values;
};

const tryMixed = async (context: ProbeContext, target: Target, attacker: Actor): Promise<Said> => {
  const { operation, owner, resource, url } = target;
  const deed = `reach the ${nounOf(operation.path)} of ${owner.name} below an own parent`;
  if (operation.method !== 'GET') {
    const before = await windowsOn(context, owner, resource);
    const body = operation.method === 'DELETE' ? undefined : oneChange(context, operation, attacker, before[0]?.part);
    const done: Attempt = await attempt(context, {
      operation,
      url,
      as: attacker,
      resource,
      before,
      mode: operation.method === 'DELETE' ? 'destructive' : 'write',
      ...(body === undefined ? {} : { body }),
    });
    if (done.change !== undefined) await putBack(context, target, done);
    return sayAttempt(context, operation.id, done, attacker, owner, deed);
  }
  const answer = await context.send({ method: 'GET', url }, { as: attacker, mode: 'read' });
  const read = answer.ok ? foreignIn(context, answer.text, attacker).filter((one) => one.owner === owner.name) : [];
  const isLeak = isGood(answer) && read.length > 0;
  if (isLeak) context.cells.push(leakCell(operation.id, attacker.role, answer.status, answer.exchange));
  const said = `${attacker.name} asked for the ${nounOf(operation.path)} of ${owner.name} below an own parent${isLeak ? ' and read what is private in it' : ''}.`;
  return say(
    operation.id,
    isLeak ? 'confirmed' : answer.ok ? 'refuted' : 'inconclusive',
    said,
    [answer],
    between(attacker, owner),
  );
};

export const nestedObject = makeProbe({
  id: 'nested-object',
  tries:
    'whether a child of somebody else is reached through a parent of one’s own, or a child added to a parent of somebody else',
  mode: 'write',
  subject: 'objects below objects',
  requests: ({ operations }) =>
    operations.filter(({ path }) => pathNames(path).length >= 2).length * 10 + operations.length,
  run: async (context) => {
    const children = (await foreignChildren(context))
      .filter(({ probe }) => probe === 'nested-object')
      .map(({ said }) => said);
    const said: Said[] = [];
    const operations = nested(context).toSorted(
      (a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'),
    );
    for (const operation of operations) {
      const pairs = context.actors.pairs().filter(([victim]) => !isStaff(victim));
      for (const [victim, attacker] of pairs) {
        const target = mixed(context, operation, victim, attacker);
        if (target === undefined) continue;
        said.push(await tryMixed(context, target, attacker));
        break;
      }
    }
    return settleSubjects([...children, ...said]);
  },
});
