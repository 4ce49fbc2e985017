import { accountsOf, type Member } from './actor-pool.ts';
import type { LearntId } from './find-ids.ts';

const keyOf = ({ kind, value }: LearntId): string => `${kind}:${value}`;

/** Gives each actor the ids that mean it and nobody else, and says of two that seem to be the same. */
export const settleIds = (members: readonly Member[]): void => {
  for (const member of members) member.ids = member.ids.filter((id) => !isConstant(id, members));
  const holders = new Map<string, Set<Member>>();
  for (const member of members) {
    for (const id of member.ids) {
      const key = keyOf(id);
      holders.set(key, (holders.get(key) ?? new Set()).add(member));
    }
  }
  for (const member of members) {
    const own = member.ids.filter((id) => id.kind === 'account' || holders.get(keyOf(id))?.size === 1);
    member.actor.ids = new Set(own.filter(isNamed).map(({ value }) => value));
    member.actor.told = own.filter(({ kind }) => kind !== 'account');
    for (const said of likenesses(member, members)) member.detail = `${member.detail}; ${said}`;
  }
};

const isNamed = ({ kind }: LearntId): boolean => kind.length > 1;

/** A word that accounts with different logins share (`sub: "access"`) is no id of theirs. */
const isConstant = ({ kind, value }: LearntId, members: readonly Member[]): boolean => {
  if (kind !== 'account' || /\d/.test(value)) return false;
  const logins = members
    .filter(({ ids }) => ids.some((id) => id.kind === kind && id.value === value))
    .map(({ actor }) => actor.login?.toLowerCase());
  return new Set(logins).size > 1 && logins.every((login) => login?.includes(value.toLowerCase()) === false);
};

const likenesses = (member: Member, members: readonly Member[]): string[] =>
  members
    .filter(
      (other) =>
        other !== member && other.actor.role === member.actor.role && other.actor.tenant !== member.actor.tenant,
    )
    .flatMap((other) => {
      const accounts = accountsOf(other.ids);
      if (accountsOf(member.ids).some((id) => accounts.includes(id)))
        return [`has the same account id as ${other.actor.name}`];
      const shared = member.ids
        .filter((id) => id.kind !== 'account' && isNamed(id))
        .filter((id) => other.ids.some((one) => keyOf(one) === keyOf(id)));
      return shared.length === 0 ? [] : [`has the same ${shared[0]?.kind} id as ${other.actor.name}`];
    });
