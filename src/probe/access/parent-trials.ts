import { say, type Said } from '../accounts/observe.ts';
import { once } from '../accounts/memo.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { isGood, isHtml } from './answers.ts';
import { isObject, sameJson } from './json.ts';
import { isStaffs } from './people.ts';
import { isHidden, missingLike, nounOf } from './operations.ts';
import { between } from './report.ts';
import { foreignIn } from './secrets-of.ts';
import { emptyOne } from './trade.ts';
import { survey, type Sight, type Survey } from './survey.ts';

/** A parameter that nobody described, by which an app may let the asker say whose data are meant. */
export interface Spare {
  in: 'query' | 'header';
  name: string;
  /** A person, rather than a shop or another thing that people share. */
  person: boolean;
}

const words = (names: string): string[] => names.split(' ');
const PERSONS = words(
  'userId user_id user uid accountId account_id customerId customer_id memberId ownerId owner_id buyerId sellerId seller_id author username',
);
const TENANTS = words(
  'shopId shop_id storeId store_id tenantId tenant_id orgId org_id organizationId companyId teamId workspaceId vendorId merchantId',
);
const HEADERS = words(
  'x-shop-id x-store-id x-tenant-id x-tenant x-org-id x-organization-id x-company-id x-team-id x-workspace-id x-vendor-id x-merchant-id x-seller-id x-account-id x-customer-id',
);

export const SPARES: readonly Spare[] = [
  ...PERSONS.map((name): Spare => ({ in: 'query', name, person: true })),
  ...TENANTS.map((name): Spare => ({ in: 'query', name, person: false })),
  ...HEADERS.map((name): Spare => ({ in: 'header', name, person: false })),
];

const TENANT = /^(?:shop|store|tenant|org|organi[sz]ation|company|team|workspace|vendor|merchant|seller|account)$/;

const asIds = (values: readonly unknown[]): string[] => [
  ...new Set(
    values
      .filter((id) => typeof id === 'string' || typeof id === 'number')
      .map(String)
      .filter((id) => id !== '' && id.length < 130),
  ),
];

/** Ids of what people share: of the shop, the team. */
export const tenantIdsOf = (context: ProbeContext, seen: Survey, actor: Actor): string[] =>
  asIds([
    ...seen.sights
      .filter(
        ({ operation, viewer, answer }) => viewer === actor && isGood(answer) && TENANT.test(nounOf(operation.path)),
      )
      .flatMap(({ answer }) =>
        answer.ok && isObject(answer.json) ? [answer.json['id'], answer.json['_id'], answer.json['slug']] : [],
      ),
    ...context.resources
      .of(actor)
      .filter(({ type }) => TENANT.test(type))
      .map(({ id }) => id),
  ]);

/** Ids of the account itself. */
export const personIdsOf = (context: ProbeContext, seen: Survey, actor: Actor): string[] => {
  const tenants = tenantIdsOf(context, seen, actor);
  return [...actor.ids].filter((id) => !tenants.includes(id));
};

/** Ids that mean a person, or the shop of that person, in the app. */
export const idsOf = (context: ProbeContext, seen: Survey, actor: Actor): string[] =>
  asIds([...personIdsOf(context, seen, actor), ...tenantIdsOf(context, seen, actor)]).slice(0, 4);

interface Hit {
  probe: 'object-read' | 'identity-from-input';
  said: Said;
}

/** Pure: the attacker got the victim's own answer, or something private of the victim. */
export const reachedOther = (attack: Answer, baseline: Answer, own: Answer, secrets: number): boolean => {
  if (!isGood(attack) || !isGood(own) || isHtml(attack)) return false;
  if (secrets > 0) return true;
  return (
    attack.json !== undefined &&
    sameJson(attack.json, own.json) &&
    !(isGood(baseline) && sameJson(attack.json, baseline.json)) &&
    JSON.stringify(attack.json).length > 20
  );
};

const withSpares = (
  context: ProbeContext,
  url: string,
  as: Actor,
  value: string,
  spares: readonly Spare[],
): Promise<Answer> => {
  const address = new URL(url);
  const headers: Record<string, string> = {};
  for (const spare of spares) {
    if (spare.in === 'header') headers[spare.name] = value;
    else address.searchParams.set(spare.name, value);
  }
  return context.send({ method: 'GET', url: address.href, headers }, { as, mode: 'read', upsets: true });
};

/** One request with all the names; only when it reaches something, each by itself. */
export const parentTrials = (context: ProbeContext): Promise<readonly Hit[]> =>
  once(context, 'parent trials', () => tryAll(context));

const tryAll = async (context: ProbeContext): Promise<Hit[]> => {
  const seen = await survey(context);
  const pairs = [...Map.groupBy(context.actors.pairs(), ([victim]) => victim.role).values()].flatMap((same) =>
    same.slice(0, 1),
  );
  const own = seen.sights.filter(
    ({ operation, viewer, answer }) =>
      viewer !== null &&
      isGood(answer) &&
      !isHtml(answer) &&
      isClosed(seen, operation.id) &&
      !isHidden(operation) &&
      !isStaffs(context, operation),
  );
  const hits = await Promise.all(
    pairs.flatMap(([one, other]) =>
      own
        .filter(({ viewer }) => viewer === one)
        .map((sight) => {
          // Whoever has more to lose: an empty answer looks like that of nobody.
          const theirs = own.find(({ operation, viewer }) => operation.id === sight.operation.id && viewer === other);
          return theirs !== undefined && lengthOf(theirs) > lengthOf(sight)
            ? tryOne(context, seen, theirs, other, one)
            : tryOne(context, seen, sight, one, other);
        }),
    ),
  );
  await emptyOne(context);
  return hits.flat();
};

const lengthOf = ({ answer }: Sight): number => (answer.ok ? answer.text.length : 0);

/** Nobody does not get it, so it is somebody's. */
const isClosed = (seen: Survey, id: string): boolean => {
  const nobodys = seen.sights.find(({ operation, viewer }) => operation.id === id && viewer === null)?.answer;
  return nobodys?.ok === true && !isGood(nobodys);
};

const tryOne = async (
  context: ProbeContext,
  seen: Survey,
  { operation, url, answer: own }: Sight,
  victim: Actor,
  attacker: Actor,
): Promise<Hit[]> => {
  const baseline = seen.as(operation, attacker);
  if (baseline === undefined || !isGood(baseline)) return [];
  const secretsIn = (answer: Answer): number =>
    !answer.ok
      ? 0
      : foreignIn(context, answer.text, attacker).filter(
          (one) => one.owner === victim.name && !baseline.text.includes(one.value),
        ).length;
  for (const value of idsOf(context, seen, victim)) {
    const all = await withSpares(context, url, attacker, value, SPARES);
    if (!reachedOther(all, baseline, own, secretsIn(all))) continue;
    for (const spare of SPARES) {
      const attack = await withSpares(context, url, attacker, value, [spare]);
      if (!reachedOther(attack, baseline, own, secretsIn(attack))) continue;
      const missing = await withSpares(context, url, attacker, missingLike(value), [spare]);
      if (isGood(missing) && isGood(attack) && sameJson(missing.json, attack.json)) continue;
      const probe = spare.person ? 'identity-from-input' : 'object-read';
      if (isGood(attack)) context.cells.push(leakCell(operation.id, attacker.role, attack.status, attack.exchange));
      const where = spare.in === 'header' ? `the header ${spare.name}` : `${spare.name} in the query`;
      const said = `${attacker.name} named ${victim.name} by ${where}, which is described nowhere, and got the answer that is ${victim.name}’s.`;
      return [
        {
          probe,
          said: say(
            operation.id,
            'confirmed',
            said,
            [own, baseline, attack, missing],
            between(attacker, victim, { parameter: spare.name }),
          ),
        },
      ];
    }
  }
  return [];
};
