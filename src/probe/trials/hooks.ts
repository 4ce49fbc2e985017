import type { TrialPart, TrialValue, TrialWebhook } from '../../model/evidence/trials.ts';
import type { Observation } from '../../model/evidence/boundary.ts';
import { isObject } from '../access/json.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { endpointsOf, type Endpoint } from '../webhooks/endpoints.ts';
import { signsTime } from '../webhooks/schemes.ts';
import { placesIn } from './leaves.ts';
import type { Loom } from './loom.ts';
import { isGoodStatus } from './matched.ts';
import type { Taped } from './tape.ts';
import { valueOf, type Explain } from './templates.ts';
import { thingUntil } from './things.ts';

/** An endpoint as a test needs it: no secret, but the name of the variable that holds it. */
export type HookEndpoint = Pick<Endpoint, 'path' | 'url' | 'scheme' | 'header'> & { secretEnv?: string };

/** The endpoints of a run, with the variables' names that the configuration gives. */
export const hookEndpoints = (context: ProbeContext): HookEndpoint[] =>
  endpointsOf(context).map(({ path, url, scheme, header }) => {
    const named = (context.config.boundary?.webhooks ?? []).find(
      (one) => URL.canParse(one.path, url) && new URL(one.path, url).href === url,
    );
    return {
      path,
      url,
      scheme,
      ...(header === undefined ? {} : { header }),
      ...(named?.secretEnv === undefined ? {} : { secretEnv: named.secretEnv }),
    };
  });

const KINDS = {
  'webhook-unsigned': 'unsigned',
  'webhook-signature-unchecked': 'forged',
  'webhook-stale': 'stale',
} as const;

/** What webhooks were shown to refuse, or to take though they must not. */
export const hooksOf = (loom: Loom, endpoints: readonly HookEndpoint[]): TrialWebhook[] =>
  endpoints.flatMap((endpoint): TrialWebhook[] => {
    const seen = loom.observations.filter(({ subject }) => subject === endpoint.path);
    const settled = (probe: string): Observation['verdict'] | undefined =>
      seen.find((one) => one.probe === probe && (one.verdict === 'confirmed' || one.verdict === 'refuted'))?.verdict;
    const refuses = Object.entries(KINDS).flatMap(([probe, kind]) =>
      settled(probe) === undefined || (kind === 'stale' && !signsTime(endpoint.scheme)) ? [] : [kind],
    );
    const broken = seen.some(
      ({ probe, verdict }) =>
        verdict === 'confirmed' &&
        (Object.hasOwn(KINDS, probe) || probe === 'webhook-replay' || probe === 'webhook-fails-open'),
    );
    const sent = loom.tape.filter(({ url, body }) => url === endpoint.url && body !== undefined && 'raw' in body);
    // The one that was taken is an event as the app wants it.
    const chosen = sent.find(({ status }) => isGoodStatus(status)) ?? sent[0];
    const event = chosen === undefined ? undefined : eventOf(loom, chosen);
    const { path, url, scheme, header, secretEnv } = endpoint;
    // PayPal signs with a key that only it has: nothing could be signed in a test.
    if (refuses.length === 0 || chosen === undefined || event === undefined || scheme === 'paypal') return [];
    return [
      {
        path,
        origin: Math.max(0, loom.origins.indexOf(new URL(url).origin)),
        scheme,
        ...(header === undefined ? {} : { header }),
        ...(secretEnv === undefined ? {} : { secretEnv }),
        event: event.value,
        headers: asked(chosen, scheme, header),
        ...(event.thing === undefined ? {} : { thing: event.thing }),
        refuses,
        statuses: [
          ...new Set([
            400,
            401,
            403,
            ...sent.filter(({ status }) => status >= 400 && status < 500).map(({ status }) => status),
          ]),
        ]
          .filter((status) => status !== 404 && status !== 429)
          .toSorted((a, b) => a - b),
        takes: isGoodStatus(chosen.status) && !broken,
        once: settled('webhook-replay') !== undefined,
        broken,
      },
    ];
  });

const SIGNATURES = /signature|hmac|timestamp|^webhook-|^svix-|^x-shopify-|content-type/i;

/** Headers that the description asks for beside the signature: the event's id. */
const asked = ({ headers }: Taped, scheme: string, header?: string): Record<string, TrialPart> =>
  Object.fromEntries(
    Object.keys(headers)
      .filter(
        (name) =>
          !SIGNATURES.test(name) &&
          name !== header?.toLowerCase() &&
          (scheme !== 'github' || name !== 'x-github-delivery'),
      )
      .map((name) => [name, { kind: 'unique', form: 'word' }]),
  );

const eventOf = (loom: Loom, { body, exchange }: Taped): { value: TrialValue; thing?: string } | undefined => {
  const raw = body !== undefined && 'raw' in body && typeof body.raw === 'string' ? body.raw : undefined;
  const json = raw === undefined ? undefined : parsed(raw);
  if (!isObject(json)) return undefined;
  const until = loom.tape.findIndex((one) => one.exchange === exchange);
  const resource = loom.ours.find(({ id }) => id.length >= 8 && raw?.includes(id));
  const ids = placesIn(json).flatMap(({ name, value }): [string, string][] =>
    typeof value === 'string' && /\d/.test(value) && value.length >= 8 && value !== resource?.id
      ? [[/^(?:\w+_)?id$/i.test(name) ? 'reference' : name, value]]
      : [],
  );
  const thing = resource === undefined ? undefined : thingUntil(loom, resource, until, ids);
  const explain: Explain = (value) => {
    if (/^(?:evt_)?lr[0-9a-f]{16,}$/.test(value)) return { kind: 'unique', form: 'word' };
    if (thing === undefined || resource === undefined) return undefined;
    if (value === resource.id) return { kind: 'thing', thing: thing.name, key: 'id' };
    const key = ids.find(([name, other]) => other === value && thing.keys[name]?.from === 'answer')?.[0];
    return key === undefined ? undefined : { kind: 'thing', thing: thing.name, key };
  };
  return { value: valueOf(loom, json, '', explain), ...(thing === undefined ? {} : { thing: thing.name }) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
