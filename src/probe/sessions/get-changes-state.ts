import { isPage } from '../access/operations.ts';
import { withPages } from '../access/twins.ts';
import { isGood } from '../actors/door.ts';
import { isVerb } from '../inventory/words.ts';
import { headersOf } from '../actors/session.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { peopleOf } from '../accounts/people.ts';
import { sharedForm } from '../accounts/ways-in.ts';

const HARMFUL = /(?:delete|destroy|remove|refund|payout|pay|checkout|purge|log-?out|webhook)/i;
const MOST = 20;

interface Target {
  operation: Operation;
  resource: Resource;
  owner: Actor;
  path: string;
  /** Where the object may be read, data before pages. */
  reads: readonly string[];
}

const fill = (path: string, keys: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{([^}]+)\}/g, (whole, name: string) =>
    keys[name] === undefined ? whole : encodeURIComponent(keys[name]),
  );

/** Actions on objects that we made, with a read that shows their state: by operation, one target for each owner. */
export const targetsOf = ({
  operations,
  resources,
  actors,
}: Pick<ProbeContext, 'operations' | 'resources' | 'actors'>): Target[][] =>
  withPages(operations)
    .filter(
      ({ method, path }) =>
        method === 'POST' &&
        /\{[^}]+\}\/[^/{]+$/.test(path) &&
        isVerb(path.split('/').at(-1) ?? '') &&
        !HARMFUL.test(path),
    )
    .map((operation) => {
      const parameters = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
      const key = parameters.at(-1) ?? '';
      const detail = operation.path.replace(/\/[^/]+$/, '');
      const details = operations
        .filter(
          ({ method, path: other }) =>
            method === 'GET' &&
            (other === detail || (/\{[^}]+\}$/.test(other) && other.split('/').at(-2) === detail.split('/').at(-2))),
        )
        .toSorted(
          (a, b) => Number(isPage(a)) - Number(isPage(b)) || Number(a.path !== detail) - Number(b.path !== detail),
        );
      return actors.all.flatMap((owner) => {
        const resource = resources.fitting(operation.id, key, owner).find(({ ours }) => ours);
        if (resource === undefined) return [];
        const keys = { ...resource.keys, [key]: resource.keys[key] ?? resource.id };
        const path = fill(operation.path, keys);
        const reads = details.map(({ path: other }) => fill(other.replace(/\{[^}]+\}$/, `{${key}}`), keys));
        return path.includes('{') || reads.length === 0 ? [] : [{ operation, resource, owner, path, reads }];
      });
    })
    .filter((targets) => targets.length > 0)
    .slice(0, MOST);

/** Members that say in which state a thing is. */
export const stateOf = (json: unknown, depth = 0): Record<string, unknown> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || depth > 2) return {};
  return Object.assign(
    {},
    ...(Object.entries(json).map(([name, value]) =>
      /^(?:status|state|stage|published|active|archived|hidden|featured|enabled|is_?[a-z]+|.*_?at|.*At)$/.test(name) &&
      typeof value !== 'object' &&
      !/^(?:updated|created|last)/i.test(name)
        ? { [name]: value }
        : typeof value === 'object'
          ? stateOf(value, depth + 1)
          : {},
    ) as Record<string, unknown>[]),
  ) as Record<string, unknown>;
};

export const getChangesState = makeProbe({
  id: 'get-changes-state',
  tries: 'whether a link alone changes something',
  mode: 'write',
  requests: (context) => targetsOf(context).length * 6,
  subject: 'GET',
  run: async (context) => {
    const targets = targetsOf(context);
    if (targets.length === 0) return [say('GET', 'not-tested', 'No action on an object that we made was found.')];
    const said: Said[] = [];
    for (const owners of targets) said.push(await tryFirst(context, owners));
    return said;
  },
});

/** The action that the given one undoes, on things of the same collection; an API's before a page's. */
const oppositeOf = (operations: readonly Operation[], { path }: Operation, verb: string): string | undefined =>
  operations
    .filter(
      ({ method, path: other }) =>
        method === 'POST' && other.endsWith(`}/${verb}`) && other.split('/').at(-3) === path.split('/').at(-3),
    )
    .map(({ path: other }) => other)
    .toSorted((a, b) => Number(b.includes('/api/')) - Number(a.includes('/api/')))[0];

const keysOf = (path: string, id: string): Record<string, string> =>
  Object.fromEntries([...path.matchAll(/\{([^}]+)\}/g)].slice(-1).map(([, name = '']) => [name, id]));

/** With the first owner who can read the object. */
const tryFirst = async (context: ProbeContext, targets: readonly Target[]): Promise<Said> => {
  for (const target of targets) {
    for (const read of target.reads) {
      const url = new URL(read, target.operation.origin).href;
      const seen = await context.send({ method: 'GET', url }, { as: target.owner, mode: 'read' });
      if (seen.ok && isGood(seen.status)) return tryTarget(context, target, read);
    }
  }
  const [{ operation } = { operation: { path: '' } }] = targets;
  return say(`GET ${operation.path}`, 'inconclusive', 'Nobody can read the object that it is about.');
};

const tryTarget = async (
  context: ProbeContext,
  { operation, resource, owner, path }: Target,
  read: string,
): Promise<Said> => {
  const subject = `GET ${operation.path}`;
  const person = peopleOf(context).find(({ actor }) => actor.name === owner.name);
  const shared = person === undefined ? null : await sharedForm(context, person.account);
  const url = (to: string): string => new URL(to, operation.origin).href;
  const look = (): Promise<Answer> => context.send({ method: 'GET', url: url(read) }, { as: owner, mode: 'read' });
  const act = (method: 'GET' | 'POST', to: string): Promise<Answer> =>
    method === 'GET' && shared !== null
      ? context.send(
          { method, url: url(to), headers: { ...headersOf(shared.session, url(to)), 'x-csrf-token': null } },
          { as: null, mode: 'write' },
        )
      : context.send(
          { method, url: url(to), ...(method === 'POST' ? { body: { json: {} } } : {}) },
          { as: owner, mode: 'write' },
        );
  // What is undone must have been done: `publish` before `unpublish`.
  const verb = path.split('/').at(-1) ?? '';
  const undone = /^(?:un|de|re|dis)(?=[a-z]{3})/.exec(verb);
  const done = undone === null ? undefined : oppositeOf(context.operations, operation, verb.slice(undone[0].length));
  if (done !== undefined) await act('POST', fill(done, { ...resource.keys, ...keysOf(done, resource.id) }));
  const before = await look();
  const answer = await act('GET', path);
  const after = await look();
  const answers = [before, answer, after];
  if (!before.ok || !isGood(before.status) || !after.ok || !answer.ok)
    return say(subject, 'inconclusive', 'The object could not be read before and after.', answers);
  const [one, two] = [stateOf(before.json), stateOf(after.json)];
  const gone = [404, 410].includes(after.status) ? ['whether it is there'] : [];
  const changed = isGood(after.status) ? Object.keys(one).filter((name) => one[name] !== two[name]) : gone;
  if (changed.length === 0)
    return say(subject, 'refuted', `GET ${path} changed nothing (${answer.status}).`, answers, { actor: owner.name });
  return say(
    subject,
    'confirmed',
    `Opening the link ${path} changed ${changed.slice(0, 3).join(', ')} of an object of ${owner.name}.`,
    answers,
    { actor: owner.name, facts: { attack: answer.exchange } },
  );
};
