import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeZone } from './fake-zone.ts';

export interface FakeApi {
  base: string;
  zones: FakeZone[];
  /** `PATCH /zones/…/settings/ssl` of every call, in order. */
  calls: string[];
  /** Writes among them. */
  writes(): string[];
  close(): Promise<void>;
}

/** Answers a call by itself and says so; `nth` counts calls of that kind. */
export type Fault = (call: string, nth: number, response: ServerResponse) => boolean;

interface Answer {
  status: number;
  body: unknown;
}

const good = (result: unknown, info?: unknown): Answer => ({
  status: 200,
  body: { success: true, errors: [], messages: [], result, ...(info === undefined ? {} : { result_info: info }) },
});
const bad = (status: number, code: number, message: string): Answer => ({
  status,
  body: { success: false, errors: [{ code, message }], messages: [], result: null },
});

/** A local server that speaks the documented API of zones, settings and rulesets, with state. */
export const openFakeApi = async (
  zones: FakeZone[],
  {
    token = 'right-token',
    mayWrite = true,
    fault = () => false,
  }: { token?: string; mayWrite?: boolean; fault?: Fault } = {},
): Promise<FakeApi> => {
  const calls: string[] = [];
  let ids = 0;
  const newId = (): string => (++ids).toString(16).padStart(32, 'a');

  const answer = (method: string, url: URL, body: Record<string, unknown>): Answer => {
    const [, , , zoneId, ...rest] = url.pathname.split('/').slice(1);
    if (zoneId === undefined) {
      const name = url.searchParams.get('name');
      const [page, size] = [Number(url.searchParams.get('page') ?? 1), Number(url.searchParams.get('per_page') ?? 20)];
      const found = zones.filter((zone) => name === null || zone.name === name);
      const shownZones = found.slice((page - 1) * size, page * size).map(({ id, name: own, plan }) => ({
        id,
        name: own,
        status: 'active',
        paused: false,
        plan: { legacy_id: plan },
      }));
      return good(shownZones, {
        page,
        per_page: size,
        total_pages: Math.max(1, Math.ceil(found.length / size)),
        count: shownZones.length,
      });
    }
    const zone = zones.find(({ id }) => id === zoneId);
    if (zone === undefined) return bad(404, 1001, 'Invalid zone identifier');
    if (method !== 'GET' && !mayWrite) return bad(403, 10000, 'Authentication error');
    return inZone(zone, method, rest, body, newId);
  };

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://api');
    const call = `${request.method} ${url.pathname.replace('/client/v4', '')}`;
    calls.push(call);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (fault(call, calls.filter((one) => one === call).length, response)) return;
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const text = Buffer.concat(chunks).toString('utf8');
    const { status, body } = isKnown
      ? answer(request.method ?? '', url, text === '' ? {} : (JSON.parse(text) as Record<string, unknown>))
      : bad(403, 9109, 'Invalid access token');
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(status === 204 ? '' : JSON.stringify(body));
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
    zones,
    calls,
    writes: () => calls.filter((call) => !call.startsWith('GET ')),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const inZone = (
  zone: FakeZone,
  method: string,
  [area = '', part = '', ...rest]: readonly string[],
  body: Record<string, unknown>,
  newId: () => string,
): Answer => {
  if (area === 'settings') {
    if (!(part in zone.settings)) return bad(404, 1003, 'Invalid or missing zone setting');
    if (method === 'PATCH') zone.settings[part] = body['value'];
    return good({ id: part, value: zone.settings[part], editable: true, modified_on: null });
  }
  if (area === 'dns_records') return good(zone.records ?? [], { page: 1, total_pages: 1 });
  if (area === 'dnssec') return good({ status: zone.dnssec });
  if (area === 'bot_management') return good({ fight_mode: zone.fightMode, enable_js: false });
  if (area === 'ssl') return good({ enabled: true });
  if (area === 'rulesets')
    return part === 'phases'
      ? inPhase(zone, method, rest, body, newId)
      : inRuleset(zone, method, part, rest, body, newId);
  return bad(404, 7000, 'No route for that URI');
};

const withId = (rule: Record<string, unknown>, newId: () => string): Record<string, unknown> => {
  const id = typeof rule['id'] === 'string' ? rule['id'] : newId();
  return { enabled: true, ...rule, id, ref: rule['ref'] ?? id };
};

/** With what the API adds by itself. */
const shown = (phase: string, { id, rules }: FakeZone['rulesets'][string]) => ({
  id,
  kind: 'zone',
  name: 'default',
  phase,
  version: '3',
  rules: rules.map((rule) => ({
    ...rule,
    version: '1',
    last_updated: '2026-11-26T00:00:00Z',
    ...(rule['ratelimit'] === undefined ? {} : { ratelimit: { ...rule['ratelimit'], requests_to_origin: false } }),
  })),
});

const inPhase = (
  zone: FakeZone,
  method: string,
  [phase = '']: readonly string[],
  body: Record<string, unknown>,
  newId: () => string,
): Answer => {
  const known = zone.rulesets[phase];
  if (method === 'PUT') {
    const rules = (body['rules'] as Record<string, unknown>[]).map((rule) => withId(rule, newId));
    const made = { id: known?.id ?? newId(), rules };
    zone.rulesets[phase] = made;
    return good(shown(phase, made));
  }
  return known === undefined
    ? bad(404, 10003, `could not find entrypoint ruleset in the "${phase}" phase`)
    : good(shown(phase, known));
};

const inRuleset = (
  zone: FakeZone,
  method: string,
  id: string,
  [, ruleId]: readonly string[],
  body: Record<string, unknown>,
  newId: () => string,
): Answer => {
  const [phase, ruleset] = Object.entries(zone.rulesets).find(([, one]) => one.id === id) ?? [];
  if (phase === undefined || ruleset === undefined) return bad(404, 10003, 'could not find ruleset');
  if (ruleId === undefined && method === 'DELETE') {
    delete zone.rulesets[phase];
    return { status: 204, body: '' };
  }
  if (ruleId === undefined && method === 'POST') {
    if (zone.plan === 'free' && phase === 'http_ratelimit' && ruleset.rules.length > 0)
      return bad(400, 20120, 'exceeded maximum number of rules in the phase http_ratelimit: 2 out of 1');
    ruleset.rules.push(withId(body, newId));
    return good(shown(phase, ruleset));
  }
  const at = ruleset.rules.findIndex((rule) => rule['id'] === ruleId);
  if (at < 0) return bad(404, 10002, 'could not find rule');
  if (method === 'DELETE') ruleset.rules.splice(at, 1);
  if (method === 'PATCH') ruleset.rules[at] = withId({ ...body, id: ruleId }, newId);
  return good(shown(phase, ruleset));
};
