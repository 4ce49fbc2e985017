import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firebaseAuth, uidOf } from './firebase-auth.ts';
import { answer, bodyOf } from './http.ts';

type Data = Readonly<Record<string, unknown>>;

/** What the rules allow: to whom (null without a login), with what stands there and what is to be. A list has nothing that stands there. */
export interface Rules {
  read(path: string, uid?: string | null, there?: Data): boolean;
  write(path: string, uid?: string | null, there?: Data, next?: Data): boolean;
}

/** `allow read, write: if true;`, as the console's test mode writes it. */
export const OPEN_RULES: Rules = { read: () => true, write: () => true };
/** Things for sale are for everybody, and so is the waiting list's letter box; the rest is refused. */
export const CLOSED_RULES: Rules = {
  read: (path, uid, there) =>
    /^(?:listings|\.info)(?:\/|$)/.test(path) || (uid !== null && uid !== undefined && isOwn(path, uid, there)),
  write: (path, uid, there, next) =>
    /^waitlist\//.test(path) ||
    (uid !== null &&
      uid !== undefined &&
      isOwn(path, uid, there ?? next) &&
      (next === undefined || isOwn(path, uid, next))),
};
/** `allow read, write: if request.auth != null;`: whoever has an account, has everything. */
export const ANY_ACCOUNT: Rules = {
  read: (path, uid) => CLOSED_RULES.read(path, null) || typeof uid === 'string',
  write: (path, uid) => CLOSED_RULES.write(path, null) || typeof uid === 'string',
};

const isOwn = (path: string, uid: string, data: Data | undefined): boolean =>
  path === `users/${uid}` || (path.startsWith('orders/') && data?.['buyerId'] === uid);

export interface RunningFirebase {
  app: string;
  /** Firestore, Realtime Database and Storage, at one origin as the emulators could be. */
  data: string;
  documents: Map<string, Record<string, unknown>>;
  /** Id → address. */
  accounts: Map<string, string>;
  asked: string[];
  close(): Promise<void>;
}

const PROJECT = 'small-market';
const DOCUMENTS = `/v1/projects/${PROJECT}/databases/(default)/documents/`;
const BUCKET = `${PROJECT}.appspot.com`;

const script = (data: URL, documents: URL): string =>
  `const c={apiKey:"an-example-key",authDomain:"${PROJECT}.firebaseapp.com",projectId:"${PROJECT}",` +
  `storageBucket:"${BUCKET}",databaseURL:"${data.origin}"},a=i(c),d=g(a),s=h(a);` +
  `connectFirestoreEmulator(d,"${documents.hostname}",${documents.port});connectStorageEmulator(s,"${data.hostname}",${data.port});connectAuthEmulator(t,"${data.origin}");` +
  `export const l=()=>q(k(d,"listings")),u=t=>m(d,"users",t.uid),o=()=>q(k(d,"orders")),w=t=>n(k(d,"waitlist"),t);`;

const seeds = (): Map<string, Record<string, unknown>> =>
  new Map<string, Record<string, unknown>>([
    ['listings/1', { title: 'Blue bowl', price: 48 }],
    ['users/1', { displayName: 'Mara', email: 'mara@potter.example' }],
    ['orders/1', { buyerId: '2', shippingAddress: 'Lindenweg 4', total: 48 }],
    ['waitlist/1', { email: 'first@wait.example' }],
    ['files/invoice-1.pdf', { content: 'Invoice 1' }],
  ]);

/** The REST that Google documents for the services, as far as one needs to see what rules do. Firestore may be at its emulator. */
export const startFirebase = async (
  rules: Rules,
  { firestore: elsewhere }: { firestore?: string } = {},
): Promise<RunningFirebase> => {
  const documents = seeds();
  const accounts = new Map<string, string>();
  const asked: string[] = [];
  const data = await listen(async (req, res) => {
    asked.push(`${req.method} ${req.url}`);
    const url = new URL(req.url ?? '/', 'http://data.localhost');
    const body = await bodyOf(req);
    const path = decodeURIComponent(url.pathname);
    const action = /^\/identitytoolkit\.googleapis\.com\/v1\/accounts:(\w+)$/.exec(path)?.[1];
    if (action !== undefined) return firebaseAuth(res, action, body, accounts);
    const uid = uidOf(req, url);
    if (path.startsWith(DOCUMENTS))
      return firestore({ req, res, url, path: path.slice(DOCUMENTS.length), body, documents, rules, uid });
    if (path.startsWith(`/v0/b/${BUCKET}/o`))
      return storage({ req, res, url, path: path.slice(`/v0/b/${BUCKET}/o`.length + 1), body, documents, rules, uid });
    if (path.endsWith('.json'))
      return database({ req, res, url, path: path.slice(1, -5), body, documents, rules, uid });
    answer(res, 404, { error: { code: 404, status: 'NOT_FOUND' } });
  });
  const app = await listen(async (req, res) => {
    const isScript = req.url === '/assets/app.js';
    if (!isScript && req.url !== '/') return void res.writeHead(404).end();
    res.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    res.end(
      isScript
        ? script(new URL(data.origin), new URL(elsewhere ?? data.origin))
        : '<!doctype html><script type="module" src="/assets/app.js"></script>',
    );
  });
  const close = async (): Promise<void> => {
    await app.close();
    await data.close();
  };
  return { app: app.origin, data: data.origin, documents, accounts, asked, close };
};

interface Asked {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  path: string;
  body: Buffer;
  documents: Map<string, Record<string, unknown>>;
  rules: Rules;
  uid: string | null;
}

const fieldsOf = (values: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? { integerValue: String(value) } : { stringValue: String(value) },
    ]),
  );

const firestore = ({ req, res, url, path, body, documents, rules, uid }: Asked): void => {
  const deny = (): void =>
    answer(res, 403, {
      error: { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' },
    });
  const [collection = '', id] = path.split('/');
  const shown = (key: string): object => ({
    name: DOCUMENTS.slice(4) + key,
    fields: fieldsOf(documents.get(key) ?? {}),
  });
  const plain = (): Record<string, unknown> => {
    const { fields = {} } = JSON.parse(body.toString('utf8')) as { fields?: Record<string, Record<string, unknown>> };
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Object.values(value)[0]]));
  };
  if (req.method === 'POST') {
    const key = `${collection}/${url.searchParams.get('documentId') ?? 'new'}`;
    const next = plain();
    if (!rules.write(key, uid, undefined, next)) return deny();
    documents.set(key, next);
    return answer(res, 200, shown(key));
  }
  const there = documents.get(path);
  if (req.method === 'PATCH') {
    const next = { ...there, ...plain() };
    if (!rules.write(path, uid, there, next)) return deny();
    documents.set(path, next);
    return answer(res, 200, shown(path));
  }
  if (req.method === 'DELETE') {
    if (!rules.write(path, uid, there)) return deny();
    documents.delete(path);
    return answer(res, 200, {});
  }
  if (!rules.read(path, uid, there)) return deny();
  if (id !== undefined)
    return documents.has(path) ? answer(res, 200, shown(path)) : answer(res, 404, { error: { code: 404 } });
  const keys = [...documents.keys()].filter((key) => key.startsWith(`${collection}/`));
  answer(
    res,
    200,
    keys.length === 0 ? {} : { documents: keys.slice(0, Number(url.searchParams.get('pageSize') ?? 20)).map(shown) },
  );
};

const database = ({ req, res, url, path, body, documents, rules, uid }: Asked): void => {
  const isWrite = req.method === 'PUT' || req.method === 'DELETE';
  if (isWrite ? !rules.write(path, uid) : !rules.read(path, uid))
    return answer(res, 401, { error: 'Permission denied' });
  if (req.method === 'PUT')
    documents.set(`${path}/value`, JSON.parse(body.toString('utf8')) as Record<string, unknown>);
  if (req.method === 'DELETE') documents.delete(`${path}/value`);
  if (isWrite) return answer(res, 200, null);
  const tops = new Set([...documents.keys()].map((key) => key.split('/')[0] ?? ''));
  if (path === '' && url.searchParams.get('shallow') === 'true')
    return answer(res, 200, Object.fromEntries([...tops].map((top) => [top, true])));
  const own = [...documents]
    .filter(([key]) => key.startsWith(`${path}/`))
    .map(([key, value]) => [key.slice(path.length + 1), value] as const);
  answer(
    res,
    200,
    own.length === 0 ? null : Object.fromEntries(own.slice(0, Number(url.searchParams.get('limitToFirst') ?? 99))),
  );
};

const storage = ({ req, res, url, path, body, documents, rules, uid }: Asked): void => {
  const name = req.method === 'POST' ? (url.searchParams.get('name') ?? '') : path;
  const key = `files/${name}`;
  const isWrite = req.method !== 'GET';
  if (isWrite ? !rules.write(key, uid) : !rules.read(key, uid))
    return answer(res, 403, { error: { code: 403, message: 'Permission denied.' } });
  if (req.method === 'POST') {
    documents.set(key, { content: body.toString('utf8') });
    return answer(res, 200, { name, bucket: BUCKET });
  }
  if (req.method === 'DELETE') {
    documents.delete(key);
    res.writeHead(204).end();
    return;
  }
  if (name === '') {
    const items = [...documents.keys()]
      .filter((one) => one.startsWith('files/'))
      .map((one) => ({ name: one.slice(6), bucket: BUCKET }));
    return answer(res, 200, { prefixes: [], items });
  }
  const file = documents.get(key);
  if (file === undefined) return answer(res, 404, { error: { code: 404, message: 'Not Found.' } });
  res.writeHead(200, { 'content-type': 'text/plain' }).end(String(file['content']));
};

const listen = async (handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>) => {
  const server = createServer((req, res) => {
    handle(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
