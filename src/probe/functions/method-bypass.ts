import { attempt, judgeAttempt } from '../access/attempt.ts';
import { isRefused, told } from '../access/answers.ts';
import { bodyFor } from '../access/bodies.ts';
import { isAccountDoor, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { entitled, lowerThan, meantFor } from '../access/people.ts';
import { changedMembers, windowsOn, type Look } from '../access/readback.ts';
import { between, settleSubjects, whoIs } from '../access/report.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Method, Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Target } from '../access/targets.ts';
import { leakCell } from '../objects/matrix.ts';
import { emptyAddress, isAboutPeople, somethingFor } from './fit.ts';
import { isThrough, refusedReads } from './refused.ts';
import { takeBack } from './take-back.ts';

const WRITES: readonly Method[] = ['PUT', 'PATCH', 'POST'];

/** Reads that are refused, by another verb. */
const tryReads = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  for (const refused of await refusedReads(context)) {
    const { operation, url, attacker, control, refusal, holder } = refused;
    const posted = await context.send(
      { method: 'POST', url, headers: { 'x-http-method-override': 'GET' }, body: { json: {} } },
      { as: attacker, mode: 'write' },
    );
    const isOpen = isThrough(refused, posted);
    if (isOpen)
      context.cells.push(
        leakCell(operation.id, attacker?.role ?? 'nobody', posted.ok ? posted.status : null, posted.exchange),
      );
    const verdict = isOpen
      ? 'confirmed'
      : posted.ok
        ? 'refuted'
        : posted.kind === 'refused'
          ? 'not-tested'
          : 'inconclusive';
    const text = `By POST, ${whoIs(attacker)} ${isOpen ? `got what ${holder.name} gets by GET` : `was told ${told(posted).replace('answered ', '')}`}.`;
    said.push(say(operation.id, verdict, text, [control, refusal, posted], between(attacker, holder)));
  }
  return said;
};

/** Writes that a role is refused, by other verbs on the same path, with something of ours. */
const tryWrites = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  const known = new Set(context.operations.map(({ method, origin, path }) => `${method} ${origin}${path}`));
  const operations = withoutTwins(context.operations).filter(
    (operation) =>
      operation.method !== 'GET' &&
      pathNames(operation.path).length > 0 &&
      !isAccountDoor(operation) &&
      !isAboutPeople(operation),
  );
  for (const operation of operations) {
    const meant = meantFor(context, operation);
    const attacker = meant === undefined ? undefined : lowerThan(context, meant, operation)[0];
    const inCharge = meant === undefined ? undefined : entitled(context, meant);
    const url = emptyAddress(context, operation);
    if (attacker === undefined || inCharge === undefined || url === undefined) continue;
    const refusal = await context.send(
      { method: operation.method, url, body: { json: {} } },
      { as: attacker, mode: 'write' },
    );
    const targets = isRefused(refusal) ? await somethingFor(context, operation) : [];
    if (targets.length === 0) continue;
    const others = WRITES.filter(
      (method) => method !== operation.method && !known.has(`${method} ${operation.origin}${operation.path}`),
    );
    const tries: { how: string; method: Method; headers: Record<string, string> }[] = [
      ...others.map((method) => ({ how: `by ${method}`, method, headers: {} })),
      {
        how: `by POST with X-HTTP-Method-Override: ${operation.method}`,
        method: 'POST',
        headers: { 'x-http-method-override': operation.method, 'x-method-override': operation.method },
      },
    ];
    for (const target of targets) {
      const eyes = context.actors.named(target.resource.owner) ?? null;
      const one = await tryVerbs(context, operation, target, tries, { attacker, inCharge, eyes, refusal });
      said.push(one);
      if (one.verdict === 'confirmed') break;
    }
  }
  return said;
};

type Parties = {
  attacker: NonNullable<ReturnType<typeof entitled>>;
  inCharge: NonNullable<ReturnType<typeof entitled>>;
  eyes: ReturnType<typeof entitled> | null;
  refusal: Awaited<ReturnType<ProbeContext['send']>>;
};

const tryVerbs = async (
  context: ProbeContext,
  operation: Operation,
  target: Target,
  tries: readonly { how: string; method: Method; headers: Record<string, string> }[],
  { attacker, inCharge, eyes, refusal }: Parties,
): Promise<Said> => {
  let before: readonly Look[] = await windowsOn(context, eyes ?? null, target.resource);
  for (const { how, method, headers } of tries) {
    if (method === operation.method && operation.method === 'POST') continue;
    const body = bodyFor(context, operation, attacker, { now: before[0]?.part });
    const tried = await attempt(context, {
      operation,
      method,
      headers,
      url: target.url,
      as: attacker,
      resource: target.resource,
      eyes: eyes ?? null,
      before,
      ...(body === undefined ? {} : { body }),
    });
    if (judgeAttempt(tried) === 'not-tested')
      return say(operation.id, 'not-tested', 'The run may not write.', [tried.answer]);
    if (tried.change === undefined) {
      before = tried.after ?? before;
      continue;
    }
    await takeBack(context, operation, target, tried.change, inCharge);
    context.cells.push(
      leakCell(operation.id, attacker.role, tried.answer.ok ? tried.answer.status : null, tried.answer.exchange),
    );
    const members = changedMembers(tried.change).join(', ');
    const text = `${attacker.name} is refused as it is described, but ${how} it ${told(tried.answer)}, and the object has changed (${members || tried.change.kind}).`;
    return say(
      operation.id,
      'confirmed',
      text,
      [refusal, tried.change.before.answer, tried.answer, tried.change.after.answer],
      between(attacker, inCharge, { variant: how }),
    );
  }
  return say(operation.id, 'refuted', `No other verb did it for ${attacker.name}.`, [refusal], between(attacker));
};

export const methodBypass = makeProbe({
  id: 'method-bypass',
  tries: 'whether another verb gets around a guard',
  mode: 'write',
  subject: 'verbs of guarded paths',
  requests: ({ operations }) =>
    14 + operations.filter(({ method, path }) => method !== 'GET' && path.includes('{')).length * 4,
  run: async (context) => settleSubjects([...(await tryReads(context)), ...(await tryWrites(context))]),
});
