import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { findPatterns } from '../registry.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/app.ts': text })).flatMap(({ kind, what, stranger }) =>
    kind === 'cors' ? [`${what}${stranger === undefined ? '' : ` <- ${stranger}`}`] : [],
  );

test.each([
  ['origin: true', `app.use(cors({ origin: true, credentials: true }));`, 'origin: true'],
  [
    'a callback that always says yes',
    `app.use(cors({ origin: (origin, callback) => callback(null, true), credentials: true }));`,
    'a function that says yes to every origin',
  ],
  [
    'a callback that says yes in the end',
    `app.use(cors({ credentials: true, origin(origin, cb) {
  if (!origin) return cb(null, true);
  if (ALLOWED.includes(origin)) return cb(null, true);
  console.warn('unknown origin');
  cb(null, true);
} }));`,
    'a function that says yes to every origin',
  ],
  [
    'an arrow',
    `app.use('*', cors({ origin: (origin) => origin, credentials: true }));`,
    'a function that says yes to every origin',
  ],
  [
    'a suffix',
    `const isOurs = (o) => o;
app.use(cors({ credentials: true, origin: (origin, cb) => {
  if (!origin || ALLOWED.includes(origin) || origin.endsWith('shop.com')) cb(null, true);
  else cb(new Error('no'));
} }));`,
    "endsWith('shop.com') <- https://evilshop.com",
  ],
  [
    'a shared host',
    `await app.register(fastifyCors, { credentials: true, origin: [/^https:\\/\\/.*\\.vercel\\.app$/] });`,
    '/^https:\\/\\/.*\\.vercel\\.app$/ <- https://evil.vercel.app',
  ],
  [
    'a header',
    `app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin || '*');
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  if (req.method === 'OPTIONS') return res.end();
  next();
});`,
    'the origin of the request',
  ],
  [
    'headers of an answer',
    `const corsHeaders = (request) => {
  const origin = request.headers.get('origin');
  const allowed = origin && origin.includes('localhost') ? origin : 'https://shop.com';
  return { 'Access-Control-Allow-Origin': allowed, 'Access-Control-Allow-Credentials': 'true' };
};`,
    "includes('localhost') <- https://localhost.evil.example",
  ],
  [
    'a list compared by its beginnings',
    `const hosts = process.env.ORIGINS.split(',');
app.use(cors({ credentials: true, origin: (origin, cb) => cb(null, hosts.some((one) => origin.startsWith(one))) }));`,
    'startsWith on a list <- https://your-app.example.evil.example',
  ],
])('%s lets strangers in', async (_, text, expected) => expect(await found(text)).toEqual([expected]));

test.each([
  ['no credentials', `app.use(cors({ origin: true }));`],
  ['a list', `app.use(cors({ origin: ['https://shop.com', /\\.shop\\.com$/], credentials: true }));`],
  ['the environment', `app.use(cors({ origin: process.env.ORIGINS.split(','), credentials: true }));`],
  ['star, which browsers refuse', `app.use(cors({ origin: '*', credentials: true }));`],
  [
    'a development branch',
    `if (process.env.NODE_ENV === 'production') app.enableCors({ origin: ORIGINS, credentials: true });
else app.enableCors({ origin: true, credentials: true });`,
  ],
  [
    'a callback with a list',
    `app.use(cors({ credentials: true, origin: (origin, cb) => {
  if (!origin || ALLOWED.indexOf(origin) !== -1) cb(null, true);
  else cb(new Error('no'));
} }));`,
  ],
  [
    'a subdomain',
    `app.use(cors({ credentials: true, origin: (origin) => (origin.endsWith('.shop.com') ? origin : null) }));`,
  ],
  [
    'a look-up',
    `app.use(async (req, res, next) => {
  const origin = req.headers.origin;
  if (!(await isKnown(origin))) return next();
  res.set('Access-Control-Allow-Origin', origin);
  res.set('Access-Control-Allow-Credentials', 'true');
  next();
});`,
  ],
  [
    'a list, then the header',
    `const handler = (req, res) => {
  const { origin } = req.headers;
  if (ALLOWED.has(origin)) headers['Access-Control-Allow-Origin'] = origin;
  headers['Access-Control-Allow-Credentials'] = 'true';
};`,
  ],
  [
    'a look-alike under a second condition',
    `app.use(cors({ credentials: true, origin: (origin, cb) => {
  if (process.env.NODE_ENV !== 'production' && origin.includes('localhost')) return cb(null, true);
  cb(null, ALLOWED.includes(origin));
} }));`,
  ],
])('%s lets no stranger in', async (_, text) => expect(await found(text)).toEqual([]));
