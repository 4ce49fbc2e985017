import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auth, hashed, type AuthOptions } from './auth.ts';
import { openDatabase, type Claims, type Database } from './database.ts';
import { functions, type EdgeFunction } from './functions.ts';
import { answer, bodyOf, Refusal, type Call } from './http.ts';
import { readCatalogue } from './rest/catalogue.ts';
import { rest, type RestOptions } from './rest/postgrest.ts';
import { page, script, VENDOR } from './site.ts';
import { storage } from './storage.ts';
import { Realtime } from './realtime/realtime.ts';
import { readToken, signToken } from './tokens.ts';

export type Twin = 'open' | 'closed';

export interface TwinOptions {
  /** PostgREST's description for the anonymous key. Default true. */
  describes?: boolean;
  /** Default false, as at Supabase. */
  allowRollback?: boolean;
  /** Keys of the newer form, `sb_publishable_…`, which are no tokens. */
  newKeys?: boolean;
  /** The service_role key stands in the bundle. Default: in the open twin. */
  leaksKey?: boolean;
}

export interface RunningTwin {
  /** The page. */
  app: string;
  /** Its data, at another origin. */
  data: string;
  publicKey: string;
  serviceKey: string;
  database: Database;
  /** `POST /rest/v1/orders` of every request to the data origin. */
  asked: string[];
  close(): Promise<void>;
}

/** Of the two people who are there from the start. */
export const PASSWORD = 'a password of an example';
export const PEOPLE = ['mara@potter.example', 'jonas@mail.example'] as const;
const SECRET = 'an example secret of the stand-in, at least 32 characters long';
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
};

/** Starts a page and, at another origin, the platform that it talks to, over a PostgreSQL of its own. */
export const startTwin = async (twin: Twin, options: TwinOptions = {}): Promise<RunningTwin> => {
  const { describes = true, allowRollback = false, leaksKey = twin === 'open', newKeys = false } = options;
  const file = (name: string): URL => new URL(`sql/${name}.sql`, import.meta.url);
  const database = await openDatabase([file('platform'), file('market'), file(twin)]);
  const catalogue = await readCatalogue(database);
  const keyFor = (role: string, kind: string): string =>
    newKeys
      ? `sb_${kind}_${createHash('sha256').update(kind).digest('base64url').slice(0, 22)}_example0`
      : signToken({ iss: 'supabase', role, iat: 1_700_000_000, exp: 4_000_000_000 }, SECRET);
  const publicKey = keyFor('anon', 'publishable');
  const serviceKey = keyFor('service_role', 'secret');
  const platform: Platform = {
    database,
    keys: new Map([
      [publicKey, { role: 'anon' }],
      [serviceKey, { role: 'service_role' }],
    ]),
    rest: { catalogue, describes, allowRollback },
    auth: { secret: SECRET, autoconfirm: twin === 'open', signUpDisabled: false, anonymousUsers: false },
    functions: twin === 'open' ? OPEN_FUNCTIONS : CLOSED_FUNCTIONS,
  };
  await database.own('update auth.users set password_hash = $1', [hashed(PASSWORD)]);
  const asked: string[] = [];
  const data = await listen((req, res) => {
    asked.push(`${req.method} ${req.url}`);
    return serve(platform, req, res);
  });
  const realtime = new Realtime({ database, keys: platform.keys, secret: SECRET, allowsPublic: twin === 'open' });
  data.server.on('upgrade', (req, socket) => {
    asked.push(`${req.method} ${req.url}`);
    realtime.accept(req, socket);
  });
  const site = { data: data.origin, publicKey, ...(leaksKey ? { secretKey: serviceKey } : {}) };
  const app = await listen(async (req, res) => serveSite(req, res, script(site)));
  return {
    app: app.origin,
    data: data.origin,
    publicKey,
    serviceKey,
    database,
    asked,
    close: async () => {
      realtime.close();
      await app.close();
      await data.close();
      await database.close();
    },
  };
};

interface Platform {
  database: Database;
  /** Key → who it speaks for. */
  keys: ReadonlyMap<string, Claims>;
  rest: RestOptions;
  auth: AuthOptions;
  functions: Readonly<Record<string, EdgeFunction>>;
}

const exported = async ({ database }: Call): Promise<{ status: number; body: unknown }> => ({
  status: 200,
  body: { orders: await database.own('select id, shipping_address, phone, total from public.orders limit 5') },
});

const OPEN_FUNCTIONS: Readonly<Record<string, EdgeFunction>> = { 'export-orders': { verifies: false, run: exported } };
const CLOSED_FUNCTIONS: Readonly<Record<string, EdgeFunction>> = {
  'export-orders': {
    verifies: true,
    run: async (call) =>
      call.claims.role === 'service_role' ? exported(call) : { status: 403, body: { error: 'not yours' } },
  },
};

/** The gateway: the key opens the door, the token says who comes in. */
const serve = async (platform: Platform, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  for (const [header, value] of Object.entries(CORS)) res.setHeader(header, value);
  if (req.method === 'OPTIONS') return void res.writeHead(204).end();
  const url = new URL(req.url ?? '/', 'http://data.localhost');
  const [, service = '', path = ''] = /^\/(rest|auth|storage|functions)\/v1(\/.*)?$/.exec(url.pathname) ?? [];
  if (service === '') return answer(res, 404, { message: 'no Route matched with those values' });
  const isOpen = service === 'functions' || (service === 'storage' && path.startsWith('/object/public/'));
  const key = String(req.headers['apikey'] ?? url.searchParams.get('apikey') ?? '');
  if (!isOpen && key === '') return answer(res, 401, { message: 'No API key found in request', hint: null });
  if (!isOpen && !platform.keys.has(key)) return answer(res, 401, { message: 'Invalid API key', hint: null });
  url.searchParams.delete('apikey');
  const bearer = /^Bearer (.+)$/i.exec(String(req.headers['authorization'] ?? ''))?.[1];
  // A key of the newer form counts as a token only where it stands in both places.
  const read =
    bearer === undefined || bearer === key ? (platform.keys.get(key) ?? null) : readToken(bearer, platform.auth.secret);
  if (service !== 'functions' && read === null && !isOpen)
    return answer(res, 401, { code: 'PGRST301', details: null, hint: null, message: 'JWT expired or not valid' });
  const claims: Claims = read ?? { role: 'anon' };
  const call: Call = { req, res, url, path, claims, body: await bodyOf(req), database: platform.database };
  try {
    if (service === 'rest') await rest(call, platform.rest);
    else if (service === 'auth') await auth(call, platform.auth);
    else if (service === 'storage') await storage(call);
    else await functions(call, platform.functions, bearer === undefined ? 'none' : read === null ? 'invalid' : 'valid');
  } catch (error) {
    if (error instanceof Refusal) answer(res, error.status, error.body);
    else answer(res, 500, { message: error instanceof Error ? error.message : 'internal' });
  }
};

const serveSite = async (req: IncomingMessage, res: ServerResponse, code: string): Promise<void> => {
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html; charset=utf-8', page()],
    '/assets/index-B7xq2.js': ['text/javascript', code],
    '/assets/vendor-Dk3.js': ['text/javascript', VENDOR],
  };
  const [type, text] = files[req.url ?? ''] ?? [];
  if (type === undefined) return void res.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
  res.writeHead(200, { 'content-type': type }).end(text);
};

interface Listening {
  origin: string;
  server: Server;
  close(): Promise<void>;
}

const listen = async (handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>): Promise<Listening> => {
  const server: Server = createServer((req, res) => {
    handle(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
