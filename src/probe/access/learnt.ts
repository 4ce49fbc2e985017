import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import { isGood, isHtml } from './answers.ts';
import { idsIn } from './json.ts';
import { nounOf } from './operations.ts';
import { isStaff } from './people.ts';
import type { Sight } from './survey.ts';

/** One more thing that an actor has. */
export const learn = (context: ProbeContext, resource: Resource): void => {
  const found = learnt.get(context) ?? new Map<string, Resource[]>();
  const key = keyOf(resource.type, resource.owner);
  found.set(key, [...(found.get(key) ?? []), resource]);
  learnt.set(context, found);
};

const learnt = new WeakMap<ProbeContext, Map<string, Resource[]>>();
const keyOf = (type: string, owner: string): string => `${type}\n${owner}`;
const MOST = 6;

/** What an actor's own lists show now: what came to be since the harvest, notifications above all. Nobody else’s list may have it. */
export const learnFrom = (context: ProbeContext, sights: readonly Sight[]): void => {
  for (const same of Map.groupBy(sights, ({ operation }) => operation.id).values()) {
    const lists = same.flatMap(({ operation, viewer, answer }) =>
      isGood(answer) && !isHtml(answer) ? [{ operation, viewer, ids: idsIn(answer.json) }] : [],
    );
    if (lists.some(({ viewer }) => viewer === null)) continue;
    for (const { operation, viewer, ids } of lists) {
      if (viewer === null || isStaff(viewer)) continue;
      const others = new Set(
        lists
          .filter((one) => one.viewer !== viewer && one.viewer !== null && !isStaff(one.viewer))
          .flatMap((one) => one.ids),
      );
      const type = nounOf(operation.path);
      const own = ids.filter((id) => !others.has(id)).slice(0, MOST);
      for (const id of own)
        learn(context, {
          type,
          id,
          owner: viewer.name,
          from: operation.id,
          ours: false,
          keys: {},
          public: false,
        });
    }
  }
};

/** Own things of that kind that no store knows. */
export const learntOf = (context: ProbeContext, type: string, owner: Actor): readonly Resource[] =>
  learnt.get(context)?.get(keyOf(type, owner.name)) ?? [];
