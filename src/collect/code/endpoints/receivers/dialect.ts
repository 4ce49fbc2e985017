import type { Framework } from '../../../../model/evidence/code.ts';
import type { Expr } from '../../ir.ts';

/** Verbs that are methods of apps and routers. */
export const VERBS: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'all',
  'del',
]);

/** How the apps and routers of one framework are made and spoken to. */
export interface Dialect {
  framework: Framework;
  /** What makes an app or a router: `express()`, `express:Router()`, as `pathOf` gives it. */
  makes: ReadonlySet<string>;
  /** Those of them that are reached without being mounted. */
  apps: ReadonlySet<string>;
  /** A prefix that it is made with: `new Router({ prefix: '/api' })`. */
  prefixOption?: string;
  /** Methods that mount another router under a path: `use`, `route`, `register`. */
  mounts: ReadonlySet<string>;
  /** Methods that put middlewares in front: `use`, `addHook`. */
  uses: ReadonlySet<string>;
  /** Gives a router of the path for chained verbs: `route('/x').get(…)`. */
  chains: ReadonlySet<string>;
  /** Gives the same app below a path: `basePath`. */
  below: ReadonlySet<string>;
  /** Middlewares apply to what is declared before them too. */
  unordered?: true;
  /** What a verb is given besides its handlers: options with hooks in them. */
  options?: { hooks: readonly string[]; prefix: string };
}

const set = (...names: string[]): ReadonlySet<string> => new Set(names);

export const DIALECTS: readonly Dialect[] = [
  {
    framework: 'express',
    makes: set(
      'express()',
      'express:Router()',
      'express-promise-router()',
      'express-promise-router:Router()',
      'router()',
      'polka()',
      'express-ws().app',
    ),
    apps: set('express()', 'polka()', 'express-ws().app'),
    mounts: set('use'),
    uses: set('use'),
    chains: set('route'),
    below: set(),
  },
  {
    framework: 'fastify',
    makes: set('fastify()', 'fastify:fastify()', 'fastify:Fastify()'),
    apps: set('fastify()', 'fastify:fastify()', 'fastify:Fastify()'),
    mounts: set('register'),
    uses: set('addHook'),
    chains: set(),
    below: set('withTypeProvider'),
    unordered: true,
    options: { hooks: ['onRequest', 'preParsing', 'preValidation', 'preHandler'], prefix: 'prefix' },
  },
  {
    framework: 'hono',
    makes: set('hono:Hono()', '@hono/zod-openapi:OpenAPIHono()', 'hono/tiny:Hono()', 'hono/quick:Hono()'),
    apps: set('hono:Hono()', '@hono/zod-openapi:OpenAPIHono()', 'hono/tiny:Hono()', 'hono/quick:Hono()'),
    mounts: set('route', 'mount'),
    uses: set('use'),
    chains: set(),
    below: set('basePath'),
  },
  {
    framework: 'koa',
    makes: set('@koa/router()', 'koa-router()', '@koa/router:Router()', 'koa-router:Router()', 'koa()'),
    apps: set('koa()'),
    prefixOption: 'prefix',
    mounts: set('use'),
    uses: set('use'),
    chains: set(),
    below: set(),
  },
];

/** What tells one app or router from another: the call that makes it, or the parameter that it comes in by. */
export type ReceiverKey = Expr | string;
