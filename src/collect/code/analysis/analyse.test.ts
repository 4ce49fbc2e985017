import { describe, expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { readCode } from '../read-code.ts';

/** Each endpoint on lines of its own: what it asks for, what it touches, where input flows. */
const read = async (files: Record<string, string>): Promise<Record<string, string>> => {
  const { endpoints } = readCode({ program: await programOf(files), unread: [] });
  return Object.fromEntries(
    endpoints.map(({ id, guards, accesses, flows, unresolved }) => [
      id,
      [
        guards.map(({ kind, name, certain }) => `${kind}(${name}${certain ? '' : '?'})`).join(' '),
        accesses
          .map(
            ({ deed, model, key, bound }) =>
              `${deed} ${model}${key === undefined ? '' : ' by input'}${bound === undefined ? '' : ` =${bound.how}`}`,
          )
          .join(', '),
        ...flows.map(({ to, what }) => `input to ${to}: ${what}`),
        ...unresolved.map((one) => `? ${one}`),
      ].join(' | '),
    ]),
  );
};

const APP = `import express from 'express';\nimport { prisma } from './db';\nconst app = express();\n`;
const DB = `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();`;
const app = (text: string, more: Record<string, string> = {}) => read({ 'app.ts': APP + text, 'db.ts': DB, ...more });

describe('guards are known by what they do', () => {
  test('a middleware turns away by an answer, by a throw, or lets only some go on', async () => {
    expect(
      await app(`
const answers = (req, res, next) => { if (!req.user) return res.status(401).json({}); next(); };
const throws = (req, res, next) => { if (!req.session.userId) throw new Error('no'); next(); };
const inverse = (req, res, next) => { if (req.user) return next(); res.status(401).end(); };
const role = (...roles) => (req, res, next) => { if (!roles.includes(req.user.role)) return res.sendStatus(403); next(); };
const onlyLogs = (req, res, next) => { if (!req.user) console.log('nobody'); next(); };
const requireAuth = (req, res, next) => { next(); };
const sometimes = (req, res, next) => { if (req.query.strict) { if (!req.user) return res.status(401).end(); } next(); };
app.get('/a', answers, h);
app.get('/b', throws, h);
app.get('/c', inverse, h);
app.get('/d', role('admin'), h);
app.get('/e', onlyLogs, h);
app.get('/f', requireAuth, h);
app.get('/h', sometimes, h);
app.get('/g', fromSomewhere.requireLogin, h);
function h(req, res) { res.json({}); }
`),
    ).toEqual({
      'GET /a': 'session(answers) | ',
      'GET /b': 'session(throws) | ',
      'GET /c': 'session(inverse) | ',
      'GET /d': 'role(role) | ',
      'GET /e': ' | ',
      'GET /f': ' | ',
      'GET /h': ' | ',
      'GET /g': 'session(fromSomewhere.requireLogin?) | ',
    });
  });

  test('packages, secrets, signatures and limits', async () => {
    expect(
      await app(`
import rateLimit from 'express-rate-limit';
import passport from 'passport';
import crypto from 'node:crypto';
import Stripe from 'stripe';
const stripe = new Stripe(process.env.STRIPE_KEY);
app.post('/login', rateLimit({ max: 5 }), (req, res) => res.json({}));
app.get('/me', passport.authenticate('jwt'), (req, res) => res.json({}));
app.get('/cron', (req, res) => { if (req.headers.authorization !== \`Bearer \${process.env.CRON_SECRET}\`) return res.status(401).end(); res.end(); });
app.post('/hook', (req, res) => { let event; try { event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.WH); } catch { return res.status(400).end(); } res.end(); });
app.post('/open', (req, res) => { try { stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], process.env.WH); } catch (e) { console.log(e); } res.end(); });
`),
    ).toEqual({
      'POST /login': 'rate-limit(rateLimit) | ',
      'GET /me': 'session(passport.authenticate) | ',
      'GET /cron': 'shared-secret(inline) | ',
      'POST /hook': 'signature(inline) | ',
      'POST /open': ' | ',
    });
  });
});

test('whose a row is: by the condition, by a comparison, by a look-up of one’s own, or not at all', async () => {
  expect(
    await app(
      `
import { ordersOf, findOwn, assertMember } from './orders';
const user = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); };
app.use(user);
app.get('/1/:id', async (req, res) => res.json(await prisma.order.findFirst({ where: { id: req.params.id, userId: req.user.id } })));
app.get('/2/:id', async (req, res) => { const order = await prisma.order.findUnique({ where: { id: req.params.id } }); if (order.userId !== req.user.id) return res.status(403).end(); res.json(order); });
app.get('/3/:id', async (req, res) => res.json(await prisma.order.findUnique({ where: { id: req.params.id } })));
app.get('/4', async (req, res) => res.json(await ordersOf(req.user.id)));
app.delete('/5/:id', async (req, res) => { await findOwn(req.user, req.params.id); await prisma.order.delete({ where: { id: req.params.id } }); res.end(); });
app.patch('/6/:org', async (req, res) => { await assertMember(req.user.id, req.params.org); await prisma.org.update({ where: { id: req.params.org }, data: req.body }); res.end(); });
`,
      {
        'orders.ts': `
import { prisma } from './db';
export const ordersOf = (userId: string) => prisma.order.findMany({ where: { userId } });
export async function findOwn(user, id) { const order = await prisma.order.findFirst({ where: { id, userId: user.id } }); if (!order) throw new NotFoundError(); return order; }
export async function assertMember(userId, orgId) { const m = await prisma.member.findUnique({ where: { userId, orgId } }); if (m === null) throw new ForbiddenError(); }
`,
      },
    ),
  ).toEqual({
    'GET /1/{id}': 'session(user) | find order by input =where',
    'GET /2/{id}': 'session(user) owner(inline) | find order by input =comparison',
    'GET /3/{id}': 'session(user) | find order by input',
    'GET /4': 'session(user) | list order =where',
    'DELETE /5/{id}': 'session(user) owner(findOwn) | find order by input =where, delete order by input =guard',
    'PATCH /6/{org}': 'session(user) owner(assertMember) | find member by input =where, update org by input =guard',
  });
});

test('the role of a profile that was looked up by who asks', async () => {
  expect(
    await app(`
const isAdmin = (profile) => profile?.role === 'admin' || profile?.roles?.includes('admin') || false;
app.delete('/1/:id', async (req, res) => { const profile = await prisma.userProfile.findUnique({ where: { userId: req.user.id } }); if (!isAdmin(profile || {})) return res.status(403).end(); await prisma.user.delete({ where: { id: req.params.id } }); res.end(); });
const scopeOf = async (user) => { const row = await prisma.admin.findFirst({ where: { userId: user.id } }); return { authorized: row !== null, isPlatformAdmin: row !== null && row.level > 8 }; };
app.delete('/2/:id', async (req, res) => { const scope = await scopeOf(req.user); if (!scope.isPlatformAdmin) return res.status(403).end(); await prisma.user.delete({ where: { id: req.params.id } }); res.end(); });
`),
  ).toEqual({
    'DELETE /2/{id}': 'role(inline) | find admin =where, delete user by input',
    'DELETE /1/{id}': 'role(inline) | find userProfile =where, delete user by input',
  });
});

test('input that becomes an address or a statement, and what stands in between', async () => {
  expect(
    await app(`
import axios from 'axios';
import { z } from 'zod';
const line = (max) => z.string().trim().max(max).regex(/^[^\\p{Cc}]*$/u);
const base = z.object({ q: line(80), id: z.string().regex(/^[a-z]+$/) });
const find = base.extend({ by: z.enum(['name', 'price']) }).partial();
const ALLOWED = new Set(['a.example']);
app.post('/a', async (req, res) => res.send(await fetch(req.body.url)));
app.post('/b', async (req, res) => { if (!ALLOWED.has(new URL(req.body.url).host)) return res.status(400).end(); res.send(await fetch(req.body.url)); });
app.post('/c', async (req, res) => res.send(await axios.get(\`https://api.example.com/v1/\${req.body.id}\`)));
app.get('/f', async (req, res) => { const url = new URL(req.url); url.hostname = 'api.example.com'; res.send(await fetch(url.toString())); });
app.get('/g', async (req, res) => { await fetch(\`\${process.env.APP_URL}/api/revalidate?id=\${req.query.id}\`); res.end(); });
app.get('/h', async (req, res) => { const home = KNOWN[req.query.site] ?? 'https://a.example'; const url = \`https://a.example/x/\${req.query.id}\`; await fetch(url); res.end(); });
app.get('/i', async (req, res) => { const url = new URL(req.query.path, 'https://a.example'); await fetch(url); res.end(); });
app.get('/j', async (req, res) => { const url = 'https://' + req.query.shop + '/x'; await fetch(url); res.end(); });
app.get('/k', async (req, res) => { const url = \`https://\${req.query.shop}/x\`; await fetch(url); res.end(); });
app.get('/m', async (req, res) => { const host = req.path.startsWith('/static/') ? process.env.ASSETS_HOST : process.env.API_HOST; const url = \`https://\${host}\${req.query.path}\`; await fetch(url); res.end(); });
app.get('/l', async (req, res) => { const { order } = querySchema.parse(req.query); res.json(await prisma.$queryRawUnsafe('select * from t order by ' + order)); });
app.get('/n', async (req, res) => { const { q } = find.parse(req.query); res.json(await prisma.$queryRawUnsafe(\`select * from t where name = '\${q}'\`)); });
app.get('/o', async (req, res) => { const { by, id } = find.parse(req.query); res.json(await prisma.$queryRawUnsafe(\`select * from t where id = '\${id}' order by \${by}\`)); });
app.get('/d', async (req, res) => res.json(await prisma.$queryRawUnsafe(\`select * from t where name = '\${req.query.q}'\`)));
app.get('/e', async (req, res) => res.json(await prisma.$queryRaw\`select * from t where name = \${req.query.q}\`));
`),
  ).toEqual({
    'POST /a': ' |  | input to fetch: fetch',
    'POST /b': 'validator(inline) | ',
    'POST /c': ' | ',
    'GET /f': ' | ',
    'GET /g': ' | ',
    'GET /h': ' | ',
    'GET /i': ' | ',
    'GET /j': ' |  | input to fetch: fetch',
    'GET /k': ' |  | input to fetch: fetch',
    'GET /m': ' | ',
    'GET /l': ' | list t by input',
    'GET /n': ' | list t by input | input to sql: query',
    'GET /o': ' | list t by input',
    'GET /d': ' | list t by input | input to sql: query',
    'GET /e': ' | list t by input',
  });
});

test('a whole body in the log, and a part of it', async () => {
  expect(
    await app(`
app.post('/login', (req, res) => { console.log('login', req.body); res.end(); });
app.post('/reset', (req, res) => { logger.info({ body: JSON.stringify(req.body) }); res.end(); });
app.post('/sign-up', (req, res) => { const { email } = req.body; console.log(email, req.body.name); res.end(); });
`),
  ).toEqual({
    'POST /login': ' |  | input to log: console.log',
    'POST /reset': ' |  | input to log: logger.info',
    'POST /sign-up': ' | ',
  });
});

test('names that every object has are no members of ours', async () => {
  expect(
    await app(
      `app.get('/a', (req, res) => { const o = { a: 1 }; o.hasOwnProperty('a'); o.toString(() => 1).constructor(2); res.end(); });`,
    ),
  ).toEqual({
    'GET /a': ' | ',
  });
});

test('code without an end is followed to a bound, and said to be', async () => {
  const deep = Array.from({ length: 40 }, (_, at) => `function f${at}(a) { ${`f${at + 1}(a); `.repeat(6)} }`).join(
    '\n',
  );
  const [text = ''] = Object.values(
    await app(`${deep}\nfunction f40(a) { return f40(a); }\napp.get('/a', (req, res) => { f0(req); res.end(); });`),
  );
  expect(text).toContain('too much to be followed');
});
