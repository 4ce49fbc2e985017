import { setTimeout as sleep } from 'node:timers/promises';
import { bodyFor, encoded, headersFor, mark } from '../access/bodies.ts';
import { addressOf, isStream, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { isStaff } from '../access/people.ts';
import { between, notTried, settleSubjects } from '../access/report.ts';
import { foreignIn } from '../access/secrets-of.ts';
import { mayChange, targetsOf } from '../access/targets.ts';
import { kindOfWrite, objectWrites } from '../access/writes.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { leakCell } from './matrix.ts';

const WAIT = 2_500;
const CONNECT = 600;

/** Pure: the data of the events in a stream; comments and keep-alives say nothing. */
export const eventsIn = (text: string): string[] =>
  text
    .split(/\r?\n\r?\n/)
    .map((block) =>
      block
        .split(/\r?\n/)
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .join('\n'),
    )
    .filter((data) => data.length > 2);

/** Pure: an event that its owner and the stranger got alike, of something that only concerns the owner. */
export const sharedEvent = (owner: string, stranger: string): string | undefined => {
  const theirs = new Set(eventsIn(stranger));
  return eventsIn(owner).find(
    (data) => theirs.has(data) && /[0-9a-f]{8}-[0-9a-f]{4}|"(?:_?id|url|title|message|body)"/i.test(data),
  );
};

/** Something that one party does and another one is told of: a message above all. */
const causes = (
  context: ProbeContext,
): { operation: Operation; doer: Actor; told: Actor; url: string; body: ReturnType<typeof encoded> }[] =>
  [...objectWrites(context, 'child'), ...objectWrites(context, 'action')]
    .filter(({ path }) => !/(?:pay|refund|delete|cancel|review|report)/i.test(path.split('/').at(-1) ?? ''))
    .toSorted(
      (a, b) =>
        Number(/messag|comment|repl/i.test(b.path)) - Number(/messag|comment|repl/i.test(a.path)) ||
        Number(kindOfWrite(a) === 'action') - Number(kindOfWrite(b) === 'action'),
    )
    .flatMap((operation) =>
      context.actors.all
        .filter((actor) => !isStaff(actor))
        .flatMap((doer) =>
          targetsOf(context, operation, doer, 3)
            .filter(({ resource }) => mayChange(context, resource) && (resource.parties ?? []).length > 0)
            .slice(0, 1)
            .flatMap(({ resource, url }) => {
              const told = context.actors.named(resource.parties?.[0] ?? '');
              const made = bodyFor(context, operation, doer);
              const free = Object.entries(made ?? {}).find(
                ([name, value]) => typeof value === 'string' && /body|text|message|content|comment/i.test(name),
              );
              const body = encoded(
                operation,
                made === undefined || free === undefined ? made : { ...made, [free[0]]: mark() },
              );
              return told === undefined ? [] : [{ operation, doer, told, url, body }];
            }),
        ),
    );

/** Keeps a stream open until something comes after the mark, or in vain. */
const listen = ({ send }: ProbeContext, url: string, as: Actor) => {
  let text = '';
  let from: number | undefined;
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const until = (all: string): boolean => {
    text = all;
    begin();
    return (
      from !== undefined &&
      eventsIn(all)
        .slice(from)
        .some((data) => /[[{"]/.test(data))
    );
  };
  const answer = send(
    { method: 'GET', url, headers: { accept: 'text/event-stream' } },
    { as, mode: 'read', timeout: WAIT, until },
  );
  return {
    answer,
    begun,
    mark: () => (from = eventsIn(text).length),
    since: () =>
      eventsIn(text)
        .slice(from ?? 0)
        .map((data) => `data: ${data}\n\n`)
        .join(''),
  };
};

const tryStream = async (context: ProbeContext, operation: Operation, url: string): Promise<Said> => {
  const [cause] = causes(context);
  if (cause === undefined)
    return notTried(operation.id, 'Nothing was found by which one account causes an event for another one.');
  const { doer, told } = cause;
  const stranger = context.actors.all.find(
    (actor) =>
      actor !== doer &&
      actor !== told &&
      !isStaff(actor) &&
      actor.tenant !== told.tenant &&
      actor.tenant !== doer.tenant,
  );
  if (stranger === undefined)
    return notTried(operation.id, 'No third account took part that could listen to what it should not hear.');
  const [ears, strange] = [listen(context, url, told), listen(context, url, stranger)];
  // Both must be connected before something happens.
  await Promise.race([
    Promise.all([ears.begun, strange.begun]),
    sleep(CONNECT, undefined, { signal: context.signal }).catch(() => {}),
  ]);
  for (const one of [ears, strange]) one.mark();
  const done = await context.send(
    {
      method: cause.operation.method,
      url: cause.url,
      headers: headersFor(cause.operation),
      ...(cause.body === undefined ? {} : { body: cause.body }),
    },
    { as: doer, mode: 'write' },
  );
  const [own, foreign] = await Promise.all([ears.answer, strange.answer]);
  const texts = { own: ears.since(), foreign: strange.since() };
  const secrets = foreignIn(context, texts.foreign, stranger);
  const shared = sharedEvent(texts.own, texts.foreign);
  const shown = [own, done, foreign];
  if (shared !== undefined || secrets.length > 0) {
    context.cells.push(leakCell(operation.id, stranger.role, foreign.ok ? foreign.status : null, foreign.exchange));
    return say(
      operation.id,
      'confirmed',
      `${stranger.name} listened, and got the event that ${doer.name} caused for ${told.name}.`,
      shown,
      between(stranger, told),
    );
  }
  if (eventsIn(texts.own).length === 0)
    return say(
      operation.id,
      'inconclusive',
      `${told.name} got no event itself, so that ${stranger.name} got none says nothing.`,
      shown,
      between(stranger, told),
    );
  return say(
    operation.id,
    'refuted',
    `${told.name} got the event, ${stranger.name} did not.`,
    shown,
    between(stranger, told),
  );
};

export const streamLeak = makeProbe({
  id: 'stream-leak',
  tries: 'whether live events meant for one account reach another one that listens',
  mode: 'write',
  subject: 'live events',
  requests: ({ operations }) => operations.filter(isStream).length * 6,
  run: async (context) => {
    const said: Said[] = [];
    for (const operation of withoutTwins(context.operations)
      .filter((one) => isStream(one) && pathNames(one.path).length === 0)
      .slice(0, 3)) {
      const url = addressOf(operation, {});
      if (url !== undefined) said.push(await tryStream(context, operation, url));
    }
    return settleSubjects(said);
  },
});
