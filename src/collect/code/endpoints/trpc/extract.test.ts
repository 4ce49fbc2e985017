import { expect, test } from 'vitest';
import type { Expr, Module } from '../../ir.ts';
import { programOf } from '../../testing/program-of.ts';
import type { RawEndpoint } from '../raw.ts';
import { extractTrpc } from './extract.ts';

const show = (e: Expr, m: Module): string => {
  switch (e.k) {
    case 'id':
      return e.n;
    case 'call':
      return `${show(e.f, m)}(${e.a.map((one) => show(one, m)).join()})`;
    case 'lit':
      return String(e.v);
    case 'fn':
      return `fn:${m.fns[e.id]?.at}`;
    default:
      return e.k;
  }
};

const line = ({ method, path, steps, schemas = [], confidence }: RawEndpoint): string =>
  `${method} ${path}(${schemas.map(({ e, m }) => show(e, m)).join()}) = ${steps
    .map(({ e, m, by, name }) => `${by === 'handler' ? '' : `${by} `}${name ?? show(e, m)}`)
    .join(' > ')}${confidence === 'likely' ? ' (likely)' : ''}`;

const TRPC = `
import { initTRPC, TRPCError } from '@trpc/server';
const t = initTRPC.context<Context>().create({ transformer });
const isAuthed = t.middleware(async ({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next(); });
const isAdmin = isAuthed.unstable_pipe(({ next }) => next());
export const createTRPCRouter = t.router;
export const { mergeRouters } = t;
export const publicProcedure = t.procedure;
export const protectedProcedure = publicProcedure.use(timing).use(isAuthed);
export const adminProcedure = t.procedure.use(isAdmin);
export const withRole = (role) => protectedProcedure.use(hasRole(role));
`;

test('nested, merged, spread and lazy routers; the middlewares of every procedure that one is built on', async () => {
  const { endpoints, unresolved } = extractTrpc(
    await programOf({
      'src/trpc.ts': TRPC,
      'src/root.ts': `
import { createTRPCRouter, mergeRouters, publicProcedure } from './trpc';
import { lazy } from '@trpc/server';
import { ordersRouter } from './orders';
import * as users from './users';
const health = createTRPCRouter({ health: publicProcedure.query(() => 'ok') });
export const appRouter = mergeRouters(health, createTRPCRouter({
  orders: ordersRouter,
  users: users.makeRouter(db),
  files: lazy(() => import('./files')),
  plain: { inner: publicProcedure.subscription(watch) },
  odd: somewhere(),
}));
`,
      'src/orders.ts': `
import { createTRPCRouter, protectedProcedure, withRole } from './trpc';
import { remove } from './remove';
const shared = { list: protectedProcedure.query(async () => []) };
export const ordersRouter = createTRPCRouter({
  ...shared,
  byId: protectedProcedure
    .input(z.object({ id: z.string() }))
    .use(async ({ next }) => next())
    .output(Order)
    .query(({ input }) => input.id),
  refund: withRole('seller').input(Refund).mutation(refund),
  remove,
});
export const dead = createTRPCRouter({ x: protectedProcedure.query(gone) });
`,
      'src/remove.ts': `import { adminProcedure } from './trpc';\nexport const remove = adminProcedure.input(Id).input(More).mutation(async () => {});`,
      'src/users.ts': `import { createTRPCRouter } from './trpc';\nimport { foreignProcedure } from '@acme/elsewhere';\nexport function makeRouter(db) { return createTRPCRouter({ me: foreignProcedure.query(me) }); }`,
      'src/files.ts': `import { createTRPCRouter, publicProcedure } from './trpc';\nexport default createTRPCRouter({ upload: publicProcedure.mutation(upload) });`,
      'src/route.ts': `import { fetchRequestHandler } from '@trpc/server/adapters/fetch';\nimport { appRouter } from './root';\nexport const GET = (req) => fetchRequestHandler({ endpoint: '/api/trpc', req, router: appRouter });`,
      'src/other.ts': `const router = (x) => x; export const pages = router({ a: db.query(sql) });`,
    }),
  );
  expect(endpoints.map(line)).toEqual([
    'CALL health() = fn:6',
    'CALL orders.list() = base timing > base isAuthed > fn:4',
    'CALL orders.byId(mem(obj)) = base timing > base isAuthed > middleware fn:9 > fn:11',
    'CALL orders.refund(Refund) = base timing > base isAuthed > base hasRole(role) > refund',
    'CALL orders.remove(Id,More) = base isAuthed > base isAdmin > fn:2',
    'CALL users.me() = me (likely)',
    'CALL files.upload() = upload',
    'CALL plain.inner() = watch',
    'CALL x() = base timing > base isAuthed > gone (likely)',
  ]);
  expect(unresolved.map(({ what }) => what)).toEqual(['what “odd” of a router is']);
});

test('inline middlewares are read where they stand, and routers without an adapter in sight count', async () => {
  const { endpoints } = extractTrpc(
    await programOf({
      'a.ts': `
import { initTRPC } from '@trpc/server';
const { router: make, procedure, middleware } = initTRPC.create();
const router = (routes) => make(routes);
export const app = router({ a: procedure.use(middleware(async ({ next }) => next())).mutation(go), b: procedure.concat(procedure.use(other)).query(see) });
`,
    }),
  );
  expect(endpoints.map(line)).toEqual(['CALL a() = middleware fn:5 > go', 'CALL b() = base other > see']);
});

test('tRPC 9: chains, prefixes, middlewares in front of what comes after them', async () => {
  const { endpoints } = extractTrpc(
    await programOf({
      'create.ts': `import * as trpc from '@trpc/server';\nexport const createRouter = () => trpc.router<Context>();\nexport const createProtectedRouter = () => createRouter().middleware(authed);`,
      'orders.ts': `import { createProtectedRouter } from './create';\nexport const orders = createProtectedRouter().query('list', { resolve: list }).middleware(own).mutation('pay', { input: Pay, async resolve({ ctx }) {} });`,
      'app.ts': `
import { createNextApiHandler } from '@trpc/server/adapters/next';
import { createRouter } from './create';
import { orders } from './orders';
export const appRouter = createRouter().query('health', { resolve: ok }).merge('orders.', orders);
export default createNextApiHandler({ router: appRouter, createContext });
`,
    }),
  );
  expect(endpoints.map(line)).toEqual([
    'CALL health() = ok',
    'CALL orders.list() = base authed > list',
    'CALL orders.pay(Pay) = base authed > base own > fn:2',
  ]);
});
