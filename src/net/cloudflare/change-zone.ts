import { covers } from '../../model/covers.ts';
import type { CloudflareRuleDraft, EdgeChange } from '../../model/edge-plan.ts';
import type { ApiError, CloudflareApi } from './api.ts';

/** `made`: it was written. `there`: nothing to do. `changed`: somebody has changed it since, so it was left alone. */
export type ChangeResult = { ok: true; was: 'made' | 'there' | 'changed' } | ApiError;

interface Ruleset {
  id: string;
  rules: readonly Record<string, unknown>[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Makes a change, unless it is there already. Every step reads before it writes, so it may be run again at any time. */
export const makeChange = (api: CloudflareApi, zone: string, change: EdgeChange): Promise<ChangeResult> =>
  change.kind === 'setting'
    ? writeSetting(api, zone, change.id, change.after, () => true)
    : writeRule(api, zone, change.phase, change.after, () => true);

/** Puts back what was there before a change; what somebody has changed since stays. */
export const undoChange = async (
  api: CloudflareApi,
  zone: string,
  change: EdgeChange,
  newPhases: readonly string[],
): Promise<ChangeResult> => {
  if (change.kind === 'setting')
    return writeSetting(api, zone, change.id, change.before, (now) => covers(now, change.after));
  const isOurs = (now: unknown): boolean => covers(now, change.after);
  return change.before === null
    ? removeRule(api, zone, change.phase, change.after.ref, isOurs, newPhases.includes(change.phase))
    : writeRule(api, zone, change.phase, change.before, isOurs);
};

const writeSetting = async (
  api: CloudflareApi,
  zone: string,
  id: string,
  to: unknown,
  may: (now: unknown) => boolean,
): Promise<ChangeResult> => {
  const path = `/zones/${zone}/settings/${id}`;
  const read = await api.get(path);
  if (!read.ok) return read;
  const now = isObject(read.result) ? read.result['value'] : undefined;
  if (covers(now, to)) return { ok: true, was: 'there' };
  if (!may(now)) return { ok: true, was: 'changed' };
  const wrote = await api.call('PATCH', path, { value: to });
  if (!wrote.ok) return wrote;
  const value = isObject(wrote.result) ? wrote.result['value'] : undefined;
  return covers(value, to) ? { ok: true, was: 'made' } : notTaken(id);
};

const notTaken = (what: string): ApiError => ({
  ok: false,
  kind: 'refused',
  said: `${what} was taken, but has another value`,
});

/** Null: the phase has no ruleset. */
const entryPoint = async (
  api: CloudflareApi,
  zone: string,
  phase: string,
): Promise<{ ok: true; ruleset: Ruleset | null } | ApiError> => {
  const read = await api.get(`/zones/${zone}/rulesets/phases/${phase}/entrypoint`);
  if (!read.ok) return read.kind === 'not-found' ? { ok: true, ruleset: null } : read;
  if (!isObject(read.result) || typeof read.result['id'] !== 'string' || !/^[\w-]{1,64}$/.test(read.result['id']))
    return { ok: false, kind: 'garbled', said: 'a ruleset of another form' };
  const { id, rules } = read.result;
  return { ok: true, ruleset: { id, rules: Array.isArray(rules) ? rules.filter(isObject) : [] } };
};

const idOf = (rule: Record<string, unknown>): string => {
  const id = rule['id'];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : 'unknown';
};

const writeRule = async (
  api: CloudflareApi,
  zone: string,
  phase: string,
  rule: CloudflareRuleDraft,
  may: (now: unknown) => boolean,
): Promise<ChangeResult> => {
  const found = await entryPoint(api, zone, phase);
  if (!found.ok) return found;
  const { ruleset } = found;
  const known = ruleset?.rules.find(({ ref }) => ref === rule.ref);
  if (known !== undefined && covers(known, rule)) return { ok: true, was: 'there' };
  if (known !== undefined && !may(known)) return { ok: true, was: 'changed' };
  const wrote =
    ruleset === null
      ? await api.call('PUT', `/zones/${zone}/rulesets/phases/${phase}/entrypoint`, { rules: [rule] })
      : known === undefined
        ? await api.call('POST', `/zones/${zone}/rulesets/${ruleset.id}/rules`, rule)
        : await api.call('PATCH', `/zones/${zone}/rulesets/${ruleset.id}/rules/${idOf(known)}`, rule);
  if (!wrote.ok) return wrote;
  const rules = isObject(wrote.result) ? wrote.result['rules'] : undefined;
  return Array.isArray(rules) && rules.some((one) => covers(one, rule))
    ? { ok: true, was: 'made' }
    : notTaken(rule.ref);
};

const removeRule = async (
  api: CloudflareApi,
  zone: string,
  phase: string,
  ref: string,
  may: (now: unknown) => boolean,
  whole: boolean,
): Promise<ChangeResult> => {
  const found = await entryPoint(api, zone, phase);
  if (!found.ok) return found;
  const { ruleset } = found;
  const known = ruleset?.rules.find((rule) => rule['ref'] === ref);
  if (ruleset === null) return { ok: true, was: 'there' };
  const isEmptied = known === undefined ? ruleset.rules.length === 0 : ruleset.rules.length === 1;
  if (known === undefined && !(whole && isEmptied)) return { ok: true, was: 'there' };
  if (known !== undefined && !may(known)) return { ok: true, was: 'changed' };
  const path = `/zones/${zone}/rulesets/${ruleset.id}`;
  // A ruleset that was not there before goes as a whole, when nobody has put rules of their own into it.
  const gone = await api.call('DELETE', whole && isEmptied ? path : `${path}/rules/${idOf(known ?? {})}`);
  return gone.ok ? { ok: true, was: 'made' } : gone;
};
