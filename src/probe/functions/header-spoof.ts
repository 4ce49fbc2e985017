import { idsOf } from '../access/parent-trials.ts';
import { isGood } from '../access/answers.ts';
import { nounOf } from '../access/operations.ts';
import { isStaff } from '../access/people.ts';
import { between, settleSubjects, whoIs } from '../access/report.ts';
import { survey } from '../access/survey.ts';
import { identityMarks } from '../accounts/own-answer.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { isThrough, refusedReads, type Refused } from './refused.ts';

const IDENTITY = [
  'x-user-id',
  'x-userid',
  'x-user',
  'x-auth-user',
  'x-authenticated-user',
  'x-remote-user',
  'remote-user',
  'x-forwarded-user',
  'x-user-email',
  'x-forwarded-email',
  'x-auth-request-user',
  'x-auth-request-email',
  'x-consumer-username',
  'x-webauth-user',
  'x-principal',
  'x-customer-user-id',
];

/** Headers by which something in front of an app tells it what to believe. */
const tricksFor = (url: string): { how: string; url: string; headers: Record<string, string> }[] => {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const here = (how: string, headers: Record<string, string>) => ({ how, url, headers });
  return [
    { how: 'X-Original-URL on another path', url: `${origin}/`, headers: { 'x-original-url': path } },
    { how: 'X-Rewrite-URL on another path', url: `${origin}/`, headers: { 'x-rewrite-url': path } },
    here('X-Original-URL: /', { 'x-original-url': '/', 'x-rewrite-url': '/' }),
    here('an address of this machine in X-Forwarded-For', {
      'x-forwarded-for': '127.0.0.1',
      'x-real-ip': '127.0.0.1',
      'true-client-ip': '127.0.0.1',
      'x-client-ip': '127.0.0.1',
      'x-custom-ip-authorization': '127.0.0.1',
    }),
    here('X-Forwarded-Host: localhost', { 'x-forwarded-host': 'localhost', 'x-host': 'localhost' }),
    here('x-middleware-subrequest', {
      'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
    }),
    here('x-middleware-subrequest of src', {
      'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware',
    }),
    here('X-Role: admin', {
      'x-role': 'admin',
      'x-user-role': 'admin',
      'x-admin': 'true',
      'x-is-admin': 'true',
      'x-internal': 'true',
      'x-internal-request': 'true',
    }),
  ];
};

const tryGuards = async (context: ProbeContext, refused: Refused): Promise<Said> => {
  const { operation, attacker, control, refusal, holder } = refused;
  const answers = await Promise.all(
    tricksFor(refused.url).map(async ({ how, url, headers }) => ({
      how,
      answer: await context.send({ method: 'GET', url, headers }, { as: attacker, mode: 'read', upsets: true }),
    })),
  );
  const through = answers.find(({ answer }) => isThrough(refused, answer));
  if (through === undefined)
    return say(
      operation.id,
      'refuted',
      `No header opened it for ${whoIs(attacker)}.`,
      [control, refusal],
      between(attacker),
    );
  return shown(context, operation.id, through.how, attacker, holder, [control, refusal, through.answer]);
};

const shown = (
  context: ProbeContext,
  subject: string,
  how: string,
  attacker: Actor | null,
  holder: Actor,
  answers: readonly [Answer, Answer, Answer],
): Said => {
  const [, , answer] = answers;
  context.cells.push(leakCell(subject, attacker?.role ?? 'nobody', answer.ok ? answer.status : null, answer.exchange));
  return say(
    subject,
    'confirmed',
    `With ${how}, ${whoIs(attacker)} got what only ${holder.name} gets.`,
    answers,
    between(attacker, holder, { header: how }),
  );
};

/** Says by header that one is somebody, at what tells people of themselves. */
const tryIdentity = async (context: ProbeContext): Promise<Said[]> => {
  const seen = await survey(context);
  const own = seen.sights.filter(
    ({ operation, viewer, answer }) =>
      viewer !== null &&
      !isStaff(viewer) &&
      /^(?:me|self|profile|account|user|whoami|session)$/.test(nounOf(operation.path)) &&
      isGood(answer) &&
      identityMarks(answer.json).length > 0,
  );
  const said: Said[] = [];
  for (const [, [sight]] of [...Map.groupBy(own, ({ operation }) => operation.id)].slice(0, 2)) {
    const victim = sight?.viewer ?? undefined;
    const refusal = sight === undefined ? undefined : seen.as(sight.operation, null);
    if (sight === undefined || victim === undefined || refusal === undefined || isGood(refusal)) continue;
    const marks = identityMarks(sight.answer.ok ? sight.answer.json : undefined);
    const values = [...idsOf(context, seen, victim), ...(victim.login === undefined ? [] : [victim.login])];
    said.push(await tryNames(context, { ...sight, viewer: victim }, refusal, marks, values));
  }
  return said;
};

const tryNames = async (
  context: ProbeContext,
  {
    operation,
    url,
    viewer: victim,
    answer: control,
  }: { operation: { id: string }; url: string; viewer: Actor; answer: Answer },
  refusal: Answer,
  marks: readonly string[],
  values: readonly string[],
): Promise<Said> => {
  const send = (names: readonly string[], value: string): Promise<Answer> =>
    context.send(
      { method: 'GET', url, headers: Object.fromEntries(names.map((name) => [name, value])) },
      { as: null, mode: 'read' },
    );
  const isVictim = (answer: Answer): boolean =>
    isGood(answer) && answer.json !== undefined && marks.every((mark) => JSON.stringify(answer.json).includes(mark));
  for (const value of values) {
    if (!isVictim(await send(IDENTITY, value))) continue;
    for (const name of IDENTITY) {
      const answer = await send([name], value);
      if (isVictim(answer))
        return shown(context, operation.id, `the header ${name}`, null, victim, [control, refusal, answer]);
    }
  }
  return say(
    operation.id,
    'refuted',
    'No header by which a gateway names a user was believed.',
    [control, refusal],
    between(null),
  );
};

export const headerSpoof = makeProbe({
  id: 'header-spoof',
  tries: 'whether headers that only a gateway may set are believed from anybody',
  mode: 'read',
  subject: 'headers of gateways',
  requests: () => 14 * 8 + 40,
  run: async (context) => {
    const said: Said[] = await tryIdentity(context);
    // Who is believed to be somebody by a header is believed everywhere: one cause.
    if (said.some(({ verdict }) => verdict === 'confirmed')) return settleSubjects(said);
    for (const refused of await refusedReads(context)) said.push(await tryGuards(context, refused));
    return settleSubjects(said);
  },
});
