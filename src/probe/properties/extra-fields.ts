import type { JsonSchema } from '../contract/operation.ts';
import type { Actor } from '../contract/actor.ts';
import { isObject } from '../access/json.ts';

export interface Extra {
  name: string;
  value: unknown;
}

const POWER =
  /^(?:role|roles|is_?admin|admin|is_?staff|staff|is_?superuser|permissions?|scopes?|plan|tier|level|account_?type|user_?type|type)$/i;
const FLAG =
  /^(?:is_?)?(?:verified|email_?verified|active|approved|featured|promoted|premium|trusted|published|banned|suspended|blocked|free|paid)$/i;
const OWNER = /^(?:owner|user|shop|store|seller|author|tenant|account|vendor|customer)_?id$/i;
const NUMBER =
  /^(?:balance|credits?|credit_?limit|points|rating|score|discount|commission|fee|wallet|quota)(?:_?(?:cents|amount))?$/i;
const STATE = /^(?:status|state|kyc_?status|verification_?status)$/i;
const NEVER = /^(?:_?id|uuid|created_?at|updated_?at|deleted_?at|e-?mail|password|slug|url|links?)$/i;

const enumOf = (schema: JsonSchema | undefined): readonly unknown[] =>
  schema?.enum ?? schema?.anyOf?.flatMap(({ enum: choices = [] }) => choices) ?? [];

/** A more powerful role than the present one, as the app writes it. */
const roleFor = (now: unknown, schema: JsonSchema | undefined, actors: readonly Actor[]): unknown => {
  const ranked = actors.toSorted((a, b) => b.rank - a.rank).map(({ role }) => role);
  const choices = enumOf(schema).map(String);
  const best =
    choices.length > 0
      ? (ranked.find((role) => choices.includes(role)) ?? choices.find((one) => /admin/i.test(one)))
      : (ranked.find((role) => /admin|owner|staff/i.test(role)) ?? 'admin');
  const role = best ?? 'admin';
  if (String(now).toUpperCase() === String(now) && /[A-Z]/.test(String(now))) return role.toUpperCase();
  return role === now ? undefined : role;
};

/** Another value of a member that only the app may set; undefined when it is not such a member. */
const raised = (
  name: string,
  now: unknown,
  schema: JsonSchema | undefined,
  actors: readonly Actor[],
  others: readonly string[],
): unknown => {
  if (NEVER.test(name)) return undefined;
  if (typeof now === 'boolean') return !now;
  if (Array.isArray(now) && POWER.test(name)) return [...(now as unknown[]), 'admin'];
  if (POWER.test(name) && /role|type|level/i.test(name) && typeof now === 'string') return roleFor(now, schema, actors);
  if (STATE.test(name) && typeof now === 'string')
    return (
      enumOf(schema).find((one) => one !== now && /publish|active|approv|verif/i.test(String(one))) ??
      (/(?:draft|pending|new)/i.test(now) ? 'published' : undefined)
    );
  if (NUMBER.test(name) && typeof now === 'number') return now + 1;
  if (OWNER.test(name) && (typeof now === 'string' || typeof now === 'number'))
    return others.find((id) => id !== String(now) && typeof now === 'string');
  return undefined;
};

/** Pure: members that an answer shows and a request does not have, with values that would matter; those first that give power. */
export const extrasFor = (
  shown: unknown,
  described: Readonly<Record<string, JsonSchema>>,
  answer: JsonSchema | undefined,
  actors: readonly Actor[],
  others: readonly string[] = [],
): Extra[] => {
  if (!isObject(shown)) return [];
  const extras = Object.entries(shown).flatMap(([name, now]): Extra[] => {
    if (name in described) return [];
    const value = raised(name, now, answer?.properties?.[name], actors, others);
    return value === undefined ? [] : [{ name, value }];
  });
  return extras.toSorted((a, b) => weight(a.name) - weight(b.name)).slice(0, 10);
};

const weight = (name: string): number =>
  [POWER, FLAG, STATE, NUMBER, OWNER].findIndex((pattern) => pattern.test(name)) + (OWNER.test(name) ? 10 : 0);

/** Members that answers need not show, and that are commonly there: for a sign-up. */
export const signUpExtras = (role: string): Extra[] => [
  { name: 'role', value: role },
  { name: 'roles', value: [role] },
  { name: 'isAdmin', value: true },
  { name: 'is_admin', value: true },
  { name: 'admin', value: true },
];
