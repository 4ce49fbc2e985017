import type { TrialGuard } from '../../model/evidence/trials.ts';
import { isAccountDoor, isPage, pathNames } from '../access/operations.ts';
import type { TrialPart } from '../../model/evidence/trials.ts';
import { nobodyFirst, shownAt, sorted } from './confirmed.ts';
import { resourceNamed, type Loom } from './loom.ts';
import { isGoodStatus, isGuarded, isKept, type Matched } from './matched.ts';
import { requestOf } from './templates.ts';

const PROBES = ['anonymous-access', 'role-function', 'admin-function'];

/** Operations that some are refused as such, whatever they name: by role, or because nobody is logged in. */
export const guardsOf = (loom: Loom): TrialGuard[] =>
  [...Map.groupBy(loom.matched, ({ operation }) => operation).entries()]
    .filter(([operation]) => loom.single.has(operation))
    .flatMap(([, same]) => guardOf(loom, same) ?? []);

const guardOf = (loom: Loom, all: readonly Matched[]): TrialGuard | undefined => {
  const tries = all.filter((one) => namesNothing(loom, one));
  const [sample] = tries;
  if (sample === undefined || isAccountDoor(sample.operation) || isWebhook(sample.operation.path)) return undefined;
  const { operation } = sample;
  const isRead = operation.method === 'GET' && pathNames(operation.path).length === 0;
  const shown = shownAt(loom, operation.id, PROBES);
  const by = (test: (one: Matched) => boolean): Set<string> =>
    new Set(tries.filter(test).flatMap(({ taped }) => roleOf(loom, taped.actor)));
  const allowed = isRead ? by(({ taped }) => isGoodStatus(taped.status)) : new Set<string>();
  for (const who of shown) allowed.delete(loom.who.roleOf(who));
  const { refused, broken } = sorted(
    tries.flatMap((one) => roleOf(loom, one.taped.actor).map((role) => ({ who: role, of: one }))),
    // Without somebody who is let in, “there is no such thing” may be the truth.
    ({ taped }) => (allowed.size > 0 ? isKept(taped) : isGuarded(taped)),
    new Set([...shown].map((who) => loom.who.roleOf(who))),
  );
  if (refused.length === 0 || (isPage(operation) && allowed.size === 0)) return undefined;
  const chosen =
    tries.find(({ taped }) => isGuarded(taped)) ?? tries.find(({ taped }) => isGoodStatus(taped.status)) ?? sample;
  const values = Object.fromEntries(
    Object.entries(chosen.values).map(([name, text]): [string, TrialPart] => [
      name,
      { kind: 'text', text: encodeURIComponent(text) },
    ]),
  );
  const request = requestOf(loom, chosen.taped, operation, values, () => undefined);
  if (request === undefined) return undefined;
  return {
    operation: operation.id,
    request,
    refused: refused.map(personOf(loom)),
    allowed: [...allowed].toSorted(nobodyFirst).map(personOf(loom)),
    broken,
  };
};

const isWebhook = (path: string): boolean => /(?:^|[/_-])(?:web-?hooks?|hooks?|ipn)(?=$|[/_-])/i.test(path);

/** It asks for no object, or for one that there is not. */
const namesNothing = (loom: Loom, { operation, values }: Matched): boolean =>
  pathNames(operation.path).every((name) => /^(?:0{8}-|2147480000$|0{23}a$|no-such-thing)/.test(values[name] ?? '')) &&
  resourceNamed(loom, Object.values(values)[0] ?? '', '') === undefined;

const roleOf = (loom: Loom, actor: string | null): string[] => {
  const name = loom.who.nameOf(actor);
  return name === undefined ? [] : [loom.who.roleOf(name)];
};

const personOf =
  (loom: Loom) =>
  (role: string): string =>
    loom.who.people.find((person) => person.role === role)?.name ?? 'nobody';
