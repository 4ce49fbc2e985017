import { isGood } from '../actors/door.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { say } from '../accounts/observe.ts';
import type { WebhookScheme } from '../../model/target.ts';
import { benchOf, shown, type Delivery } from './bench.ts';
import { noSecret } from './endpoints.ts';
import { newEventId } from './events.ts';
import type { Headers } from './schemes.ts';
import { leaves } from './state.ts';
import type { Thing } from './subject.ts';
import { signRightly, webhookProbe } from './webhook-probe.ts';
import { judged } from './wrong-signatures.ts';

const COUNTED =
  /(?:notification|activit|histor|transaction|ledger|balance|credit|wallet|points|payments?|stock|inventory|ticket)s?\/?$/i;

/** What counts in an answer: lengths of lists and numbers, by place. */
export const countsOf = (json: unknown, place = '', depth = 0): Map<string, number> => {
  const counts = new Map<string, number>();
  if (typeof json !== 'object' || json === null || depth > 3) return counts;
  if (Array.isArray(json)) return counts.set(`${place}.length`, json.length);
  for (const [name, value] of Object.entries(json).slice(0, 100)) {
    if (typeof value === 'number' && !/(?:_at|At|time|timestamp|age|expires)/.test(name))
      counts.set(`${place}.${name}`, value);
    else for (const [inner, count] of countsOf(value, `${place}.${name}`, depth + 1)) counts.set(inner, count);
  }
  return counts;
};

export const changedCounts = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after]
    .filter(([name, count]) => (name.startsWith('status ') || before.has(name)) && before.get(name) !== count)
    .map(([name]) => name);

interface Snapshot {
  counts: Map<string, number>;
  answers: Answer[];
}

/** All that the owner sees that an effect may be counted in. */
const snapshot = async (context: ProbeContext, { owner, read }: Thing): Promise<Snapshot> => {
  const counts = new Map<string, number>();
  const answers: Answer[] = [];
  const { answer, status } = await read();
  answers.push(answer);
  if (answer.ok) {
    for (const [name, value] of leaves(answer.json))
      if (/(?:at|At)$/.test(name) && typeof value === 'string') counts.set(`own.${name}`, Date.parse(value) || 0);
    for (const [name, count] of countsOf(answer.json, 'own')) counts.set(name, count);
  }
  counts.set(`status ${status}`, 1);
  const lists = context.operations.filter(
    ({ method, path, answer: described }) =>
      method === 'GET' &&
      !path.includes('{') &&
      COUNTED.test(path) &&
      described?.contentType?.includes('event-stream') !== true,
  );
  for (const { path, origin } of lists.slice(0, 4)) {
    const list = await context.send({ method: 'GET', url: new URL(path, origin).href }, { as: owner, mode: 'read' });
    if (!list.ok || !isGood(list.status)) continue;
    answers.push(list);
    for (const [name, count] of countsOf(list.json, path)) counts.set(name, count);
  }
  return { counts, answers };
};

/** As it was; and where the id in the headers is not signed, or should be, with another one: whoever has seen a request can write it. */
export const repetitions = (
  scheme: WebhookScheme,
  { headers, id }: Pick<Delivery, 'headers' | 'id'>,
): { how: string; headers: Headers }[] => {
  const fresh = newEventId();
  const renamed = Object.entries(headers).map(([name, value]) => [name, value === id ? fresh : value] as const);
  const isNamed = scheme !== 'stripe' && Object.values(headers).includes(id);
  return [
    { how: 'as it was', headers },
    ...(isNamed ? [{ how: 'under another id in its headers', headers: Object.fromEntries(renamed) }] : []),
  ];
};

export const webhookReplay = webhookProbe({
  id: 'webhook-replay',
  tries: 'whether the same event counts twice',
  requests: 32,
  run: async (context, endpoint) => {
    const subject = endpoint.path;
    const { secret } = endpoint;
    if (secret === undefined) return say(subject, 'not-tested', noSecret(endpoint));
    const { kind } = await judged(context, endpoint);
    if (kind !== null)
      return say(
        subject,
        'not-tested',
        `Signatures are not checked (${kind}), so nothing can be said of this on its own.`,
      );
    const bench = await benchOf(context, endpoint);
    const first = await bench.try({ sign: signRightly(secret) });
    if (first.outcome !== 'effect' || first.thing === null)
      return say(
        subject,
        'not-tested',
        'No effect of an event could be read that might be counted twice.',
        shown(first),
      );
    const { thing } = first;
    let last = say(subject, 'inconclusive', 'It was not sent again.');
    const one = await snapshot(context, thing);
    const same = await snapshot(context, thing);
    if (changedCounts(one.counts, same.counts).length > 0)
      return say(subject, 'inconclusive', 'What could be counted changed by itself.', [
        ...shown(first),
        ...same.answers,
      ]);
    for (const { how, headers } of repetitions(endpoint.scheme, first)) {
      const again = await bench.repeat({ body: first.body, headers });
      const two = await snapshot(context, thing);
      const changed = changedCounts(same.counts, two.counts);
      const answers = [first.answer, ...same.answers.slice(0, 3), again, ...two.answers.slice(0, 3)];
      if (!again.ok || again.status === 429)
        return say(subject, 'inconclusive', 'The second delivery got no telling answer.', answers);
      if (changed.length > 0)
        return say(
          subject,
          'confirmed',
          `The same event sent again ${how} was counted again: ${changed.slice(0, 3).join(', ')} changed for ${thing.owner.name}.`,
          answers,
          { owner: thing.owner.name, facts: { variant: how } },
        );
      last = say(subject, 'refuted', `The same event sent again changed nothing (${again.status}).`, answers);
    }
    return last;
  },
});
