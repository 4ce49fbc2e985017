import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, bodyOf } from './http.ts';

/** What the rules let somebody without a login do. */
export interface Rules {
  read(path: string): boolean;
  write(path: string): boolean;
}

/** `allow read, write: if true;`, as the console's test mode writes it. */
export const OPEN_RULES: Rules = { read: () => true, write: () => true };
/** Things for sale are for everybody, and so is the waiting list's letter box; the rest is refused. */
export const CLOSED_RULES: Rules = {
  read: (path) => /^(?:listings|\.info)(?:\/|$)/.test(path),
  write: (path) => /^waitlist\//.test(path),
};

export interface RunningFirebase {
  app: string;
  /** Firestore, Realtime Database and Storage, at one origin as the emulators could be. */
  data: string;
  documents: Map<string, Record<string, unknown>>;
  asked: string[];
  close(): Promise<void>;
}

const PROJECT = 'small-market';
const DOCUMENTS = `/v1/projects/${PROJECT}/databases/(default)/documents/`;
const BUCKET = `${PROJECT}.appspot.com`;

const script = (data: URL): string =>
  `const c={apiKey:"an-example-key",authDomain:"${PROJECT}.firebaseapp.com",projectId:"${PROJECT}",` +
  `storageBucket:"${BUCKET}",databaseURL:"${data.origin}"},a=i(c),d=g(a),s=h(a);` +
  `connectFirestoreEmulator(d,"${data.hostname}",${data.port});connectStorageEmulator(s,"${data.hostname}",${data.port});` +
  `export const l=()=>q(k(d,"listings")),u=t=>m(d,"users",t),o=()=>q(k(d,"orders")),w=t=>n(k(d,"waitlist"),t);`;

const seeds = (): Map<string, Record<string, unknown>> =>
  new Map<string, Record<string, unknown>>([
    ['listings/1', { title: 'Blue bowl', price: 48 }],
    ['users/1', { displayName: 'Mara', email: 'mara@potter.example' }],
    ['orders/1', { buyerId: '2', shippingAddress: 'Lindenweg 4', total: 48 }],
    ['waitlist/1', { email: 'first@wait.example' }],
    ['files/invoice-1.pdf', { content: 'Invoice 1' }],
  ]);

/** The REST that Google documents for the three services, as far as one needs to see what rules do. */
export const startFirebase = async (rules: Rules): Promise<RunningFirebase> => {
  const documents = seeds();
  const asked: string[] = [];
  const data = await listen(async (req, res) => {
    asked.push(`${req.method} ${req.url}`);
    const url = new URL(req.url ?? '/', 'http://data.localhost');
    const body = await bodyOf(req);
    const path = decodeURIComponent(url.pathname);
    if (path.startsWith(DOCUMENTS))
      return firestore({ req, res, url, path: path.slice(DOCUMENTS.length), body, documents, rules });
    if (path.startsWith(`/v0/b/${BUCKET}/o`))
      return storage({ req, res, url, path: path.slice(`/v0/b/${BUCKET}/o`.length + 1), body, documents, rules });
    if (path.endsWith('.json')) return database({ req, res, url, path: path.slice(1, -5), body, documents, rules });
    answer(res, 404, { error: { code: 404, status: 'NOT_FOUND' } });
  });
  const app = await listen(async (req, res) => {
    const isScript = req.url === '/assets/app.js';
    if (!isScript && req.url !== '/') return void res.writeHead(404).end();
    res.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    res.end(
      isScript ? script(new URL(data.origin)) : '<!doctype html><script type="module" src="/assets/app.js"></script>',
    );
  });
  const close = async (): Promise<void> => {
    await app.close();
    await data.close();
  };
  return { app: app.origin, data: data.origin, documents, asked, close };
};

interface Asked {
  req: IncomingMessage;
  res: ServerResponse;
  url: URL;
  path: string;
  body: Buffer;
  documents: Map<string, Record<string, unknown>>;
  rules: Rules;
}

const fieldsOf = (values: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? { integerValue: String(value) } : { stringValue: String(value) },
    ]),
  );

const firestore = ({ req, res, url, path, body, documents, rules }: Asked): void => {
  const deny = (): void =>
    answer(res, 403, {
      error: { code: 403, message: 'Missing or insufficient permissions.', status: 'PERMISSION_DENIED' },
    });
  const [collection = '', id] = path.split('/');
  const shown = (key: string): object => ({
    name: DOCUMENTS.slice(4) + key,
    fields: fieldsOf(documents.get(key) ?? {}),
  });
  if (req.method === 'POST') {
    const key = `${collection}/${url.searchParams.get('documentId') ?? 'new'}`;
    if (!rules.write(key)) return deny();
    const { fields = {} } = JSON.parse(body.toString('utf8')) as { fields?: Record<string, Record<string, unknown>> };
    documents.set(
      key,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Object.values(value)[0]])),
    );
    return answer(res, 200, shown(key));
  }
  if (req.method === 'DELETE') {
    if (!rules.write(path)) return deny();
    documents.delete(path);
    return answer(res, 200, {});
  }
  if (!rules.read(path)) return deny();
  if (id !== undefined)
    return documents.has(path) ? answer(res, 200, shown(path)) : answer(res, 404, { error: { code: 404 } });
  const keys = [...documents.keys()].filter((key) => key.startsWith(`${collection}/`));
  answer(
    res,
    200,
    keys.length === 0 ? {} : { documents: keys.slice(0, Number(url.searchParams.get('pageSize') ?? 20)).map(shown) },
  );
};

const database = ({ req, res, url, path, body, documents, rules }: Asked): void => {
  const isWrite = req.method === 'PUT' || req.method === 'DELETE';
  if (isWrite ? !rules.write(path) : !rules.read(path)) return answer(res, 401, { error: 'Permission denied' });
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

const storage = ({ req, res, url, path, body, documents, rules }: Asked): void => {
  const name = req.method === 'POST' ? (url.searchParams.get('name') ?? '') : path;
  const key = `files/${name}`;
  const isWrite = req.method !== 'GET';
  if (isWrite ? !rules.write(key) : !rules.read(key))
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
