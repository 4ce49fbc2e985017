import { describe, expect, test } from 'vitest';
import { judge } from '../../../model/judge/judge.ts';
import { programOf } from '../testing/program-of.ts';
import { readCode } from '../read-code.ts';

/** What is thought of each endpoint of a small project: its verdict, and what the vulnerable miss. */
const judged = async (files: Record<string, string>): Promise<Record<string, string>> => {
  const { endpoints } = readCode({ program: await programOf(files), unread: [] });
  return Object.fromEntries(
    [...judge(endpoints)].map(([id, { verdict, missing, access }]) => [
      id,
      missing === undefined ? verdict : `no ${missing}: ${access?.deed} ${access?.model}`,
    ]),
  );
};

const PRISMA = `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();`;

test('Express and Prisma: guards per route, services that a function makes, rows that are looked up first', async () => {
  expect(
    await judged({
      'db.ts': PRISMA,
      'orders.ts': `
import { prisma } from './db';
export function orderService(db) {
  return {
    get: async (id) => db.order.findUnique({ where: { id } }),
    remove: async (id) => db.order.delete({ where: { id } }),
    ship: async (id) => { const order = await db.order.findUnique({ where: { id } }); if (!order) throw new NotFoundError(); await db.order.update({ where: { id: order.id }, data: { shipped: true } }); },
  };
}
export const assertOwner = (user, order) => { if (order.userId !== user.id) throw new ForbiddenError(); };
`,
      'app.ts': `
import express from 'express';
import { prisma } from './db';
import { orderService, assertOwner } from './orders';
const app = express();
const orders = orderService(prisma);
const user = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); };
const admins = role('admin');
function role(name) { return (req, res, next) => { if (req.user?.role !== name) return res.status(403).end(); next(); }; }
app.put('/own/:id', user, async (req, res) => { await prisma.order.update({ where: { id: req.params.id, userId: req.user.id }, data: req.body }); res.end(); });
app.delete('/asked/:id', user, async (req, res) => { const order = await orders.get(req.params.id); assertOwner(req.user, order); await orders.remove(req.params.id); res.end(); });
app.delete('/any/:id', user, async (req, res) => { await orders.remove(req.params.id); res.end(); });
app.post('/any/:id/ship', user, async (req, res) => { await orders.ship(req.params.id); res.end(); });
app.post('/not-mine/:id', user, async (req, res) => { const order = await orders.get(req.params.id); if (order.userId === req.user.id) return res.status(403).end(); await orders.remove(req.params.id); res.end(); });
app.post('/told/:id', user, async (req, res) => { if (!(await acl.mayChange(req.user, req.params.id))) return res.status(403).end(); await orders.remove(req.params.id); res.end(); });
app.delete('/role/:id', admins, async (req, res) => { await orders.remove(req.params.id); res.end(); });
app.delete('/nobody/:id', async (req, res) => { await orders.remove(req.params.id); res.end(); });
app.post('/setup', async (req, res) => { if ((await prisma.order.count()) > 0) return res.status(409).end(); await prisma.order.update({ where: { id: req.body.id }, data: { first: true } }); res.end(); });
app.post('/confirm-it/:token', async (req, res) => { const order = await prisma.order.findUnique({ where: { token: req.params.token } }); await prisma.order.update({ where: { id: order.id }, data: { confirmed: true } }); res.end(); });
app.post('/maybe/:id', async (req, res) => { if (req.user) console.log('known'); await orders.remove(req.params.id); res.end(); });
app.post('/login', async (req, res) => { await prisma.user.update({ where: { id: req.body.id }, data: { seen: true } }); res.end(); });
`,
    }),
  ).toEqual({
    'PUT /own/{id}': 'protected',
    'DELETE /asked/{id}': 'protected',
    'DELETE /any/{id}': 'no owner: delete order',
    'POST /any/{id}/ship': 'no owner: update order',
    'POST /not-mine/{id}': 'no owner: delete order',
    'POST /told/{id}': 'protected',
    'DELETE /role/{id}': 'protected',
    'DELETE /nobody/{id}': 'no guard: delete order',
    'POST /setup': 'unknown',
    'POST /confirm-it/{token}': 'protected',
    'POST /maybe/{id}': 'unknown',
    'POST /login': 'public',
  });
});

test('NestJS resolvers and TypeORM: decorators say who asks, results say no', async () => {
  expect(
    await judged({
      'notes.ts': `
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { UseGuards } from '@nestjs/common';
import { Repository } from 'typeorm';
import * as E from 'fp-ts/Either';
class AuthGuard { canActivate(context) { const { user } = context.switchToHttp().getRequest(); if (!user) throw new UnauthorizedException(); return true; } }
class NotesService {
  constructor(private readonly noteRepository: Repository<Note>) {}
  async remove(id: string) { await this.noteRepository.delete({ id }); return E.right(true); }
  async removeOwn(id: string, userId: string) { const note = await this.noteRepository.findOne({ where: { id } }); if (note.userId !== userId) return E.left('NOT_FOUND'); await this.noteRepository.delete({ id }); return E.right(true); }
}
@Resolver() class NotesResolver {
  constructor(private readonly notes: NotesService) {}
  @Mutation() @UseGuards(AuthGuard) async removeNote(@Args('id') id: string, @CurrentUser() user) { return this.notes.remove(id); }
  @Mutation() @UseGuards(AuthGuard) async removeOwnNote(@Args('id') id: string, @CurrentUser() user) { return this.notes.removeOwn(id, user.id); }
}`,
    }),
  ).toEqual({
    'CALL Mutation.removeNote': 'no owner: delete note',
    'CALL Mutation.removeOwnNote': 'protected',
  });
});

test('tRPC and Drizzle: procedures, callbacks, conditions that are put together before', async () => {
  expect(
    await judged({
      'schema.ts': `import { pgTable, uuid } from 'drizzle-orm/pg-core';\nexport const posts = pgTable('posts', { id: uuid(), authorId: uuid() });`,
      'router.ts': `
import { initTRPC, TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { posts } from './schema';
const t = initTRPC.create();
const own = t.procedure.use(({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next(); });
export const appRouter = t.router({
  mine: own.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => { const whose = and(eq(posts.id, input.id), eq(posts.authorId, ctx.user.id)); await ctx.db.delete(posts).where(whose); }),
  any: own.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => { const which = eq(posts.id, input.id); await ctx.db.delete(posts).where(which); }),
  shown: own.query(async ({ ctx, input }) => ctx.db.query.posts.findFirst({ where: (post, { eq }) => eq(post.id, input.id) })),
  ofMine: own.query(async ({ ctx, input }) => ctx.db.query.posts.findFirst({ where: (post, { eq, and }) => and(eq(post.id, input.id), eq(post.authorId, ctx.user.id)) })),
});
`,
    }),
  ).toEqual({
    'CALL mine': 'protected',
    'CALL any': 'no owner: delete posts',
    'CALL shown': 'no owner: find posts',
    'CALL ofMine': 'protected',
  });
});

describe('conditions in the words of each library', () => {
  const NEXT = {
    'package.json': '{"dependencies":{"next":"16.0.0"}}',
    'lib/auth.ts': `import { getServerSession } from 'next-auth';\nexport const me = async () => { const session = await getServerSession(); if (!session) throw new Error('401'); return session.user; };`,
  };
  test.each([
    [
      'supabase with the service key',
      `import { createClient } from '@supabase/supabase-js';\nconst admin = createClient(process.env.URL, process.env.SERVICE_ROLE_KEY);`,
      `await admin.from('notes').delete().eq('id', id)`,
      `await admin.from('notes').delete().eq('id', id).eq('user_id', user.id)`,
    ],
    [
      'kysely',
      `import { db } from '../../../../lib/db';`,
      `await db.deleteFrom('notes').where('id', '=', id).execute()`,
      `await db.deleteFrom('notes').where('id', '=', id).where('user_id', '=', user.id).execute()`,
    ],
    [
      'mongoose',
      `import { Note } from '../../../../lib/db';`,
      `await Note.findByIdAndDelete(id)`,
      `await Note.findOneAndDelete({ _id: id, user: user.id })`,
    ],
    [
      'SQL with values beside it',
      `import { pool } from '../../../../lib/db';`,
      `await pool.query('delete from notes where id = $1', [id])`,
      `await pool.query('delete from notes where id = $1 and user_id = $2', [id, user.id])`,
    ],
    [
      'a template of SQL',
      `import { sql } from '../../../../lib/db';`,
      'await sql`delete from notes where id = ${id}`',
      'await sql`delete from notes where user_id = ${user.id} and id = ${id}`',
    ],
  ])('%s', async (_, head, any, own) => {
    const files = {
      ...NEXT,
      'lib/db.ts': `import { Kysely } from 'kysely';\nimport mongoose from 'mongoose';\nimport { Pool } from 'pg';\nimport postgres from 'postgres';\nexport const db = new Kysely({});\nexport const Note = mongoose.model('Note', {});\nexport const pool = new Pool();\nexport const sql = postgres();`,
      'app/api/any/[id]/route.ts': `import { me } from '../../../../lib/auth';\n${head}\nexport async function DELETE(request, { params }) { const { id } = await params; const user = await me(); ${any}; return new Response(null); }`,
      'app/api/own/[id]/route.ts': `import { me } from '../../../../lib/auth';\n${head}\nexport async function DELETE(request, { params }) { const { id } = await params; const user = await me(); ${own}; return new Response(null); }`,
    };
    expect(Object.values(await judged(files))).toEqual([expect.stringContaining('no owner: delete'), 'protected']);
  });
});

test('an action that no component sends is no door for sure', async () => {
  const action = (name: string): string =>
    `export async function ${name}(id) { await prisma.note.delete({ where: { id } }); }`;
  expect(
    await judged({
      'package.json': '{"dependencies":{"next":"16.0.0"}}',
      'db.ts': PRISMA,
      'app/acts.ts': `'use server';\nimport { prisma } from '../db';\nimport { auth } from '@clerk/nextjs/server';
${action('gone')}\n${action('leftOver')}
export async function own(id) { const { userId } = await auth(); if (!userId) throw new Error('no'); await prisma.note.update({ where: { id, userId }, data: {} }); }`,
      'app/list.tsx': `'use client';\nimport { gone, own } from './acts';\nexport const List = () => <button onClick={() => gone('1')} />;`,
    }),
  ).toEqual({
    'POST app/acts.ts#gone': 'no guard: delete note',
    'POST app/acts.ts#leftOver': 'unknown',
    'POST app/acts.ts#own': 'protected',
  });
});

test('Supabase functions: a client with the service key is bound by no policy, whatever it is called', async () => {
  const served = (key: string, work: string): string => `
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';
Deno.serve(async (req) => {
  const supabase = createClient(Deno.env.get('SUPABASE_URL')!, ${key}, { auth: { persistSession: false } });
  const { user_id, order_id, iban, name } = await req.json();
  ${work}
  return new Response('{}');
});`;
  const service = `Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? ''`;
  const pay = `await supabase.from('orders').update({ status: 'completed' }).eq('id', order_id);`;
  const user = `const { data } = await supabase.auth.getUser(req.headers.get('authorization')); if (!data.user) return new Response('', { status: 401 });`;
  expect(
    await judged({
      'supabase/functions/pay-order/index.ts': served(service, pay),
      'supabase/functions/pay-as-user/index.ts': served(`Deno.env.get('SUPABASE_ANON_KEY')!`, pay),
      'supabase/functions/save-bank/index.ts': served(
        service,
        `await supabase.from('bank_accounts').insert({ user_id, iban });`,
      ),
      'supabase/functions/ask-access/index.ts': served(
        service,
        `await supabase.from('access_requests').insert({ name });`,
      ),
      'supabase/functions/drop-order/index.ts': served(
        service,
        `${user} await supabase.from('orders').delete().eq('id', order_id).eq('user_id', data.user.id);`,
      ),
    }),
  ).toEqual({
    '* /functions/v1/pay-order': 'no guard: update orders',
    '* /functions/v1/pay-as-user': 'unknown',
    '* /functions/v1/save-bank': 'no guard: create bank_accounts',
    '* /functions/v1/ask-access': 'unknown',
    '* /functions/v1/drop-order': 'protected',
  });
});
