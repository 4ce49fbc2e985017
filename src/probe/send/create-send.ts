import { setTimeout as sleep } from 'node:timers/promises';
import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { HttpClient } from '../../net/http/client.ts';
import type { HeaderList, WireAnswer, WireError } from '../../net/http/wire.ts';
import type { Breaker, Well } from '../consent/breaker.ts';
import type { Meter } from '../consent/budget.ts';
import { allows } from '../consent/modes.ts';
import { boundOf, type Scope } from '../consent/scope.ts';
import type { Actor } from '../contract/actor.ts';
import type { Answer, NoAnswer, Request, Send, SendOptions } from '../contract/send.ts';
import { encodeBody } from './encode-body.ts';
import { shapeOf } from './shape-of.ts';
import type { Hearing } from './hearing.ts';
import type { Recorder } from './recorder.ts';

export interface SendSettings {
  client: HttpClient;
  scope: Scope;
  mode: ProbeMode;
  meter: Meter;
  breaker: Breaker;
  recorder: Recorder;
  hearing: Hearing;
  /** Goes with every request, so that the app's owner finds them in the logs. */
  runId: string;
  version: string;
  credentials: (actor: Actor, url: string) => Readonly<Record<string, string>>;
  /** What the app wants of every visitor, e.g. a publishable key. */
  everybody?: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** Counts what was not sent, by reason. */
  refused: Map<string, number>;
}

const TIMEOUT = 10_000;
const MAX_BYTES = 1024 * 1024;
/** A limit that opens again soon is waited for, so that it does not cut the run short; longer ones are an answer. */
const PATIENCE = 5_000;
/** Where so many answers in a row are 429, the limit is for all: then everything waits, and longer. */
const FOR_ALL = 3;
const PATIENCE_FOR_ALL = 60_000;
/** The wait where the app does not say how long. */
const UNSAID = 1_000;
export const LIMITED = 'too many requests (429)';

/** The gate: checks every request against what the user allowed, sends it, and writes it down. */
export const createSend = (settings: SendSettings): Send => {
  const send: Send = async (request, options) => {
    const closed = closedBecause(settings, request, options);
    if (closed !== null) {
      settings.refused.set(closed.said, (settings.refused.get(closed.said) ?? 0) + 1);
      return {
        ok: false,
        exchange: record(settings, request, options, {}, undefined, { error: closed.said }),
        ...closed,
      };
    }
    const once = (): Promise<Answer> => settings.meter.run(() => exchange(settings, request, options), settings.signal);
    const answer = await once();
    if (options.mode === 'burst' || !(await untilItOpens(settings, answer))) return answer;
    if (closedBecause(settings, request, options) !== null) return answer;
    settings.hearing.forget(answer.exchange);
    return once();
  };
  return send;
};

/** Waits out a limit, where that is worth it. */
const untilItOpens = async ({ meter, breaker, signal }: SendSettings, answer: Answer): Promise<boolean> => {
  if (!answer.ok || answer.status !== 429) return false;
  const said = retryAfter(answer.headers['retry-after']);
  if (breaker.limited >= FOR_ALL) return meter.hold(said ?? UNSAID, PATIENCE_FOR_ALL);
  if (said === null || said > PATIENCE) return false;
  await sleep(said, undefined, { signal }).catch(() => {});
  return true;
};

type Closed = Pick<NoAnswer, 'kind' | 'said'>;

export const closedBecause = (settings: SendSettings, request: Request, options: SendOptions): Closed | null => {
  const { scope, mode, meter, breaker, signal } = settings;
  if (signal.aborted) return { kind: 'stopped', said: 'stopped' };
  if (breaker.open !== null) return { kind: 'stopped', said: breaker.open };
  if (meter.spent !== null) return { kind: 'stopped', said: meter.spent };
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  const place = url === null ? undefined : scope.allowed.get(url.origin);
  if (url === null || place === undefined) return { kind: 'refused', said: 'not an origin that was allowed' };
  if (!allows(mode, options.mode))
    return { kind: 'refused', said: `${options.mode} is more than this run may do (${mode})` };
  const bound = boundOf(place, url.pathname);
  if (bound === null) return { kind: 'refused', said: 'not a place that was allowed' };
  if (bound !== undefined && !allows(bound.most, options.mode))
    return { kind: 'refused', said: `${options.mode} is more than may be done at ${url.host} (${bound.most})` };
  if (bound?.visitor === true && options.as !== null)
    return { kind: 'refused', said: `nobody logs in at ${url.host}: it was only allowed to be looked at` };
  return null;
};

/** Seconds or a date (RFC 9110 10.2.3), in milliseconds; null when there is none. */
const retryAfter = (value: string | undefined): number | null => {
  if (value === undefined) return null;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) && wait >= 0 ? wait + 50 : null;
};

const exchange = async (settings: SendSettings, request: Request, options: SendOptions): Promise<Answer> => {
  const url = new URL(request.url);
  const body = request.body === undefined ? undefined : encodeBody(request.body);
  const headers = headersOf(settings, request, options, body?.contentType);
  const seen = await settings.client.exchange({
    origin: url.origin,
    path: url.pathname + url.search,
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body: body.bytes }),
    timeout: options.timeout ?? TIMEOUT,
    maxBytes: options.maxBytes ?? MAX_BYTES,
    ...(options.until === undefined ? {} : { until: options.until }),
    signal: settings.signal,
  });
  if (!seen.ok) {
    if (seen.kind !== 'stopped') settings.breaker.silent(seen.said);
    const id = record(settings, request, options, headers, body?.bytes, { error: seen.said, ms: seen.ms });
    hear(settings, id, options, seen);
    return { ok: false, exchange: id, kind: seen.kind, said: seen.said };
  }
  if (seen.broken === undefined)
    settings.breaker.answered(seen.status, options.mode === 'burst' || options.upsets === true);
  else settings.breaker.silent(seen.broken);
  if (request.method === 'GET' && options.as === null && seen.status === 200 && options.upsets !== true) {
    const isData = seen.headers.some(([name, value]) => name === 'content-type' && /json/i.test(value));
    settings.breaker.well({ origin: url.origin, path: url.pathname + url.search, isData });
  }
  await settings.breaker.settle((well) => isWell(settings, well));
  const place = settings.scope.allowed.get(url.origin);
  const isOthers = place !== undefined && boundOf(place, url.pathname)?.visitor === true;
  const isDiscreet = (options.discreet === true || isOthers) && seen.status < 400;
  const kept = isDiscreet ? { ...seen, body: shapeOf(seen.body) } : seen;
  const id = record(settings, request, options, headers, body?.bytes, kept);
  hear(settings, id, options, seen);
  const text = Buffer.from(seen.body.buffer, seen.body.byteOffset, seen.body.byteLength).toString('utf8');
  return {
    ok: true,
    exchange: id,
    status: seen.status,
    headers: joined(seen.headers),
    cookies: seen.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value),
    body: seen.body,
    text,
    json: parsed(text),
    cut: seen.cut,
    ms: seen.ms,
  };
};

/** In a burst a limit is what is looked for; what is made to upset a server may make it hang up. */
const hear = ({ hearing }: SendSettings, id: string, options: SendOptions, seen: WireAnswer | WireError): void => {
  if (options.mode === 'burst' || (!seen.ok && seen.kind === 'stopped')) return;
  const isHungUp = !seen.ok && options.upsets === true && seen.kind !== 'timeout';
  hearing.note(id, isHungUp ? null : !seen.ok ? seen.said : seen.status === 429 ? LIMITED : (seen.broken ?? null));
};

const isWell = async ({ client, signal, runId, version }: SendSettings, { origin, path }: Well): Promise<boolean> => {
  const headers = { 'user-agent': `launch-ready/${version}`, 'x-launch-ready-run': runId };
  const seen = await client.exchange({
    origin,
    path,
    method: 'GET',
    headers,
    timeout: TIMEOUT,
    maxBytes: MAX_BYTES,
    signal,
  });
  return seen.ok && seen.status === 200;
};

export const headersOf = (
  { runId, version, credentials, everybody }: SendSettings,
  request: Request,
  { as }: SendOptions,
  contentType: string | undefined,
): Record<string, string> => {
  const headers: Record<string, string> = {
    accept: 'application/json, text/html;q=0.9, */*;q=0.8',
    'user-agent': `launch-ready/${version}`,
    'x-launch-ready-run': runId,
    ...everybody,
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...(as === null ? {} : credentials(as, request.url)),
  };
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (value === null) delete headers[name.toLowerCase()];
    else headers[name.toLowerCase()] = value;
  }
  return headers;
};

const joined = (list: HeaderList): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of list) {
    if (name === 'set-cookie') continue;
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
};

const parsed = (text: string): unknown => {
  const first = text.trimStart()[0];
  if (first === undefined || !'{["0123456789-tfn'.includes(first)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

interface Outcome {
  status?: number;
  headers?: HeaderList;
  body?: Uint8Array;
  ms?: number;
  error?: string;
}

export const record = (
  { recorder }: SendSettings,
  { method, url }: Request,
  { as }: SendOptions,
  requestHeaders: Readonly<Record<string, string>>,
  requestBody: Uint8Array | undefined,
  { status, headers = [], body, ms = 0, error }: Outcome,
): string =>
  recorder.record({
    actor: as?.name ?? null,
    method,
    url,
    requestHeaders,
    ...(requestBody === undefined ? {} : { requestBody }),
    status: status ?? null,
    headers,
    ...(body === undefined ? {} : { body }),
    ms,
    ...(error === undefined ? {} : { error }),
  });
