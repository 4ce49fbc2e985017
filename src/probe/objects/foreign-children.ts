import { once } from '../accounts/memo.ts';
import { say, type Said } from '../accounts/observe.ts';
import { isGood, told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor, mark } from '../access/bodies.ts';
import { leavesOf } from '../access/json.ts';
import { addressOf, isSafeRead, nounOf, pathNames, tailOf } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { isStaff, meantFor, strangersTo } from '../access/people.ts';
import { changeIn, lookAgain, windowsOn } from '../access/readback.ts';
import { aThing, between, notTried, whoIs } from '../access/report.ts';
import { tidy } from '../access/tidy.ts';
import { mayChange, targetsOf, type Target } from '../access/targets.ts';
import { objectWrites } from '../access/writes.ts';
import type { Actor } from '../contract/actor.ts';
import { survey } from '../access/survey.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from './matrix.ts';

interface Child {
  /** What stands on the object itself changes the object; what only hangs below it is a nested one. */
  probe: 'object-write' | 'nested-object';
  said: Said;
}

/** Things that strangers add to objects of others: `POST /orders/{id}/messages`. Tried once for both probes that speak of it. */
export const foreignChildren = (context: ProbeContext): Promise<readonly Child[]> =>
  once(context, 'foreign children', () => tryAll(context));

const tryAll = async (context: ProbeContext): Promise<Child[]> => {
  await survey(context);
  const children: Child[] = [];
  for (const operation of objectWrites(context, 'child')) children.push(...(await tryOne(context, operation)));
  return children;
};

/** Where the children of one parent are listed. */
const listOf = ({ operations }: ProbeContext, { origin, path }: Operation): Operation | undefined =>
  withoutTwins(operations).find((other) => isSafeRead(other) && other.origin === origin && other.path === path);

const tryOne = async (context: ProbeContext, operation: Operation): Promise<Child[]> => {
  const meant = meantFor(context, operation);
  const owners = context.actors.all.filter((actor) => !isStaff(actor));
  const targets = owners
    .flatMap((actor) => targetsOf(context, operation, actor, 3))
    .filter(({ resource }) => mayChange(context, resource));
  const closed: Target[] = [];
  for (const target of targets) {
    if (target.resource.public) continue;
    // On what everybody may read, strangers may usually write: comments, reports.
    if ((await windowsOn(context, null, target.resource)).length > 0 && meant === undefined) continue;
    closed.push(target);
    if (closed.length >= 2) break;
  }
  const [target] = closed;
  if (target === undefined) {
    return targets.length > 0
      ? []
      : [
          {
            probe: 'nested-object',
            said: notTried(operation.id, `No account has ${aThing(nounOf(operation.path))} to add something to.`),
          },
        ];
  }
  const found: Child[] = [];
  for (const attacker of [...strangersTo(context, target.owner, target.resource, meant), null]) {
    const child = await add(context, target, attacker);
    found.push(child);
    if (child.said.verdict === 'confirmed') break;
  }
  return found;
};

const add = async (context: ProbeContext, target: Target, attacker: Actor | null): Promise<Child> => {
  const { operation, owner, resource, url } = target;
  const list = listOf(context, operation);
  const listUrl = list && addressOf(list, target.values);
  const read = (): Promise<Answer | undefined> =>
    listUrl === undefined
      ? Promise.resolve(undefined)
      : context.send({ method: 'GET', url: listUrl }, { as: owner, mode: 'read' });
  const looks = await windowsOn(context, owner, resource);
  const before = await read();
  const text = mark();
  const body = bodyFor(context, operation, attacker ?? owner);
  const [free] = Object.entries(body ?? {}).filter(
    ([name, value]) =>
      typeof value === 'string' && /body|text|message|comment|content|note|reason|description/i.test(name),
  );
  const marked = body === undefined || free === undefined ? body : { ...body, [free[0]]: text };
  const payload = encoded(operation, marked);
  const answer = await context.send(
    {
      method: operation.method,
      url,
      headers: headersFor(operation),
      ...(payload === undefined ? {} : { body: payload }),
    },
    { as: attacker, mode: 'write' },
  );
  const again = answer.ok && answer.status !== 401 ? await lookAgain(context, looks, resource.id) : [];
  const change = changeIn(looks, again);
  const after = answer.ok && answer.status !== 401 ? await read() : undefined;
  const deed = `added to ${tailOf(operation.path) ?? 'things'} of the ${nounOf(operation.path)} of ${owner.name}`;
  const verdict = judgeChild({
    answer,
    before,
    after,
    mark: free === undefined ? undefined : text,
    changed: change !== undefined,
  });
  if (verdict === 'confirmed') {
    context.cells.push(
      leakCell(operation.id, attacker?.role ?? 'nobody', answer.ok ? answer.status : null, answer.exchange),
    );
    const probe = change === undefined ? 'nested-object' : 'object-write';
    const shown = change === undefined ? [before, answer, after] : [change.before.answer, answer, change.after.answer];
    if (change === undefined) await tidy(context, operation, attacker, answer, target.values);
    else await takeAway(context, target, change.after.answer, change.before.answer);
    return {
      probe,
      said: say(
        operation.id,
        'confirmed',
        `${whoIs(attacker)} ${deed}, and ${owner.name} reads it there.`,
        shown,
        between(attacker, owner),
      ),
    };
  }
  return {
    probe: 'nested-object',
    said: say(
      operation.id,
      verdict,
      `${whoIs(attacker)} would have ${deed}: it ${told(answer)}.`,
      [before, answer, after],
      between(attacker, owner),
    ),
  };
};

/** Pure. Shown when the parent's owner reads the mark, or the parent has changed. */
export const judgeChild = ({
  answer,
  before,
  after,
  mark: text,
  changed,
}: {
  answer: Answer;
  before: Answer | undefined;
  after: Answer | undefined;
  mark: string | undefined;
  changed: boolean;
}): 'confirmed' | 'refuted' | 'inconclusive' | 'not-tested' => {
  if (!answer.ok) return answer.kind === 'refused' || answer.kind === 'stopped' ? 'not-tested' : 'inconclusive';
  if (changed) return 'confirmed';
  const seen =
    isGood(after) && text !== undefined && after.text.includes(text) && !(isGood(before) && before.text.includes(text));
  if (seen) return 'confirmed';
  if (answer.status === 429 || answer.status >= 500) return 'inconclusive';
  if (!isGood(answer)) return 'refuted';
  return isGood(after) ? 'refuted' : 'inconclusive';
};

/** The owner removes what was added, where there is a way. */
const takeAway = async (
  context: ProbeContext,
  { operation, owner, values }: Target,
  now: Answer,
  then: Answer,
): Promise<void> => {
  if (!now.ok || !then.ok) return;
  const old = new Set(leavesOf(then.json).map(({ value }) => value));
  const added = leavesOf(now.json).find(
    ({ name, value }) => /^(?:_?id|uuid)$/.test(name) && typeof value === 'string' && !old.has(value),
  )?.value;
  const removal = context.operations.find(
    ({ method, path, origin }) =>
      method === 'DELETE' && origin === operation.origin && path.startsWith(`${operation.path}/{`),
  );
  const last = removal === undefined ? undefined : pathNames(removal.path).at(-1);
  if (typeof added !== 'string' || removal === undefined || last === undefined) return;
  const url = addressOf(removal, { ...values, [last]: added });
  if (url !== undefined) await context.send({ method: 'DELETE', url }, { as: owner, mode: 'write' });
};
