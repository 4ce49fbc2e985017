import type { CloudflareRule, CloudflareZone, Read } from '../../../model/evidence/edge/cloudflare.ts';
import type { ApiAnswer, ApiError, CloudflareApi } from '../../../net/cloudflare/api.ts';
import { PHASES, SETTINGS } from './zone-parts.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown, max = 300): string => (typeof value === 'string' ? value.slice(0, max) : '');

/** Zone ids go into paths. */
const ID = /^[\w-]{1,64}$/;

/** A zone as the list of zones has it; null for what is none. */
export const zoneHead = (value: unknown): Pick<CloudflareZone, 'id' | 'name' | 'status' | 'paused' | 'plan'> | null => {
  if (!isObject(value) || !ID.test(textOf(value['id']))) return null;
  const plan = value['plan'];
  return {
    id: textOf(value['id']),
    name: textOf(value['name']).toLowerCase(),
    status: textOf(value['status']),
    paused: value['paused'] === true,
    plan: isObject(plan) ? textOf(plan['legacy_id']) || textOf(plan['name']) : '',
  };
};

/** The zone that holds a name: the name itself or what stands above it. */
export const findZone = async (
  api: CloudflareApi,
  domain: string,
): Promise<{ ok: true; head: ReturnType<typeof zoneHead> } | ApiError> => {
  const labels = domain.split('.');
  for (let from = 0; from < labels.length - 1; from++) {
    const name = labels.slice(from).join('.');
    const answer = await api.list(`/zones?name=${encodeURIComponent(name)}`);
    if (!answer.ok) return answer;
    const head = answer.result.map(zoneHead).find((zone) => zone?.name === name);
    if (head !== undefined) return { ok: true, head };
  }
  return { ok: true, head: null };
};

/** Everything that matters of a zone; each part by itself, so that one that fails leaves the others. */
export const readZone = async (
  api: CloudflareApi,
  head: NonNullable<ReturnType<typeof zoneHead>>,
): Promise<CloudflareZone> => {
  const at = `/zones/${head.id}`;
  const [settings, rules, dnssec, bots, universal] = await Promise.all([
    Promise.all(SETTINGS.map(async (id) => [id, await readSetting(api, at, id)] as const)),
    Promise.all(PHASES.map(async (phase) => [phase, await readRules(api, at, phase)] as const)),
    api.get(`${at}/dnssec`),
    api.get(`${at}/bot_management`),
    api.get(`${at}/ssl/universal/settings`),
  ]);
  return {
    ...head,
    settings: Object.fromEntries(settings),
    rules: Object.fromEntries(rules),
    dnssec: part(dnssec, (value) => textOf(value['status'])),
    bots: part(bots, (value) => ({
      fightMode: value['fight_mode'] === true,
      superFightMode: ['sbfm_definitely_automated', 'sbfm_likely_automated'].some(
        (name) => value[name] !== undefined && value[name] !== 'allow',
      ),
    })),
    universalSsl: part(universal, (value) => value['enabled'] === true),
  };
};

const part = <T>(answer: ApiAnswer, read: (value: Record<string, unknown>) => T): Read<T> => {
  if (!answer.ok) return { ok: false, said: answer.said };
  return isObject(answer.result)
    ? { ok: true, value: read(answer.result) }
    : { ok: false, said: 'an answer of another form' };
};

const readSetting = async (api: CloudflareApi, at: string, id: string): Promise<Read<unknown>> =>
  part(await api.get(`${at}/settings/${id}`), (value) => value['value']);

/** No entry point is no rules. */
export const readRules = async (
  api: CloudflareApi,
  at: string,
  phase: string,
): Promise<Read<readonly CloudflareRule[]>> => {
  const answer = await api.get(`${at}/rulesets/phases/${phase}/entrypoint`);
  if (!answer.ok && answer.kind === 'not-found') return { ok: true, value: [] };
  return part(answer, ({ rules }) => (Array.isArray(rules) ? rules.slice(0, 500).flatMap(ruleOf) : []));
};

export const ruleOf = (value: unknown): CloudflareRule[] =>
  isObject(value)
    ? [
        {
          id: textOf(value['id']),
          ref: textOf(value['ref']),
          description: textOf(value['description'], 500),
          enabled: value['enabled'] !== false,
          action: textOf(value['action']),
          expression: textOf(value['expression'], 4_000),
          parameters: small(value['action_parameters']),
          ratelimit: small(value['ratelimit']),
        },
      ]
    : [];

/** What is larger than any rule that people write is left out. */
const small = (value: unknown): unknown => (JSON.stringify(value ?? null).length > 8_000 ? null : (value ?? null));
