import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { expressionsIn, textOf } from '../../visit.ts';

/** What people start by hand, and what shows how something is done. */
const BY_HAND =
  /(?:^|\/)(?:scripts?|seeds?|seeders?|migrations?|examples?|samples?|demos?|docs?|cli(?:-[\w-]+)?|benchmarks?|playground|sandbox|integration-tests|test-utils|testing|backups?|trash|archived?|deprecated|\.[\w-]+)\/|^(?:tools?|dev|bin|www)\/|(?:^|\/)(?:seed|migrate|backfill)[\w.-]*\.[cm]?[jt]s$|^(?:db\/|database\/|prisma\/)?(?:verify|check|debug|fix|test|try|delete|repair|reset|import|sync|create|update|remove|add|list|generate|set-?up)(?:[-_][\w.-]*)?\.[cm]?[jt]s$|\.config\.[cm]?[jt]s$/;

export const isStartedByHand = (path: string): boolean => BY_HAND.test(path);

const SERVER_PACKAGE =
  /^(?:node:)?(?:fs|path|crypto|https?|net|child_process|os|stream|zlib|async_hooks)(?:\/|$)|^(?:express|fastify|koa|hono|@hono\/|@nestjs\/|@fastify\/|@trpc\/server|@prisma\/client|drizzle-orm|pg|postgres|mysql2?|mongoose|mongodb|sequelize|typeorm|knex|kysely|next\/(?:headers|server|cache)|nodemailer|resend|bcrypt|jsonwebtoken|stripe|pino|winston|server-only|@remix-run\/node|h3|nitropack|ioredis|bullmq|@aws-sdk\/)/;
const BROWSER_PACKAGE =
  /^(?:react-dom|vue|svelte|@tanstack\/react-query|react-hook-form|react-router-dom|framer-motion|client-only|react-native)(?:\/|$)/;
const SERVED =
  /(?:^|\/)(?:supabase\/functions|netlify\/functions|pages\/api|server|api|functions)\/|(?:^|\/)(?:route|middleware|proxy|\+server|\+(?:page|layout)\.server)\.[cm]?[jt]sx?$|\.server\.[cm]?[jt]sx?$/;
const HOOKS = /^use(?:State|Effect|Ref|Reducer|LayoutEffect)$/;

type Side = 'server' | 'browser' | undefined;

const sideOf = (m: Module): Side => {
  if (m.directives.includes('use client')) return 'browser';
  if (m.directives.includes('use server')) return 'server';
  const values = m.imports.filter(({ typeOnly }) => typeOnly !== true);
  if (values.some(({ from, name }) => BROWSER_PACKAGE.test(from) || (from === 'react' && HOOKS.test(name ?? ''))))
    return 'browser';
  if (SERVED.test(m.path) || values.some(({ from }) => SERVER_PACKAGE.test(from)) || requiresServer(m)) return 'server';
  return /\.[jt]sx$/.test(m.path) ? 'browser' : undefined;
};

const requiresServer = (m: Module): boolean => {
  for (const e of expressionsIn(m.body))
    if (e.k === 'call' && e.f.k === 'id' && e.f.n === 'require' && SERVER_PACKAGE.test(textOf(e.a[0]) ?? ''))
      return true;
  return false;
};

const known = new WeakMap<Program, ReadonlySet<Module>>();

/** Files that run on the server: by what they import, by where they stand, or because a file of the server imports them. */
const serverOf = (program: Program): ReadonlySet<Module> => {
  const found = known.get(program);
  if (found !== undefined) return found;
  const server = new Set<Module>();
  const left = [...program.modules.values()].filter((m) => sideOf(m) === 'server');
  for (let m = left.pop(); m !== undefined; m = left.pop()) {
    if (server.has(m)) continue;
    server.add(m);
    for (const { from, typeOnly } of m.imports) {
      const next = typeOnly === true ? undefined : program.moduleFor(m, from);
      if (next !== undefined && sideOf(next) !== 'browser') left.push(next);
    }
  }
  known.set(program, server);
  return server;
};

/** Runs on the server when the app is in use. What the console of a browser shows is the visitor’s own. */
export const runsOnServer = (program: Program, m: Module): boolean =>
  !isStartedByHand(m.path) && serverOf(program).has(m);
