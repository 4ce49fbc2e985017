import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { findPatterns } from '../registry.ts';

const SCHEMA = `model User {\n  id String @id\n  email String\n  passwordHash String?\n  passwordChangedAt DateTime?\n  orders Order[]\n}\n\nmodel Order {\n  id String @id\n  buyer User @relation(fields: [buyerId], references: [id])\n  buyerId String\n}\n`;
const TABLES = `import { pgTable, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { id: text(), email: text(), passwordHash: text() });\nexport const orders = pgTable('orders', { id: text() });`;

/** Secret columns in answers of a handler of Express. */
const found = async (
  lines: string,
  before = '',
  client = 'export const prisma = new PrismaClient();',
): Promise<string[]> =>
  findPatterns(
    await programOf({
      'src/api.ts': `import express from 'express';\nimport { eq } from 'drizzle-orm';\nimport { prisma } from './prisma';\nimport { users, orders } from './tables';\n${before}\nexport const handler = async (req, res, db, where) => {\n${lines}\n};`,
      'src/prisma.ts': `import { PrismaClient } from '@prisma/client';\n${client}`,
      'src/tables.ts': TABLES,
      'prisma/schema.prisma': SCHEMA,
    }),
  )
    .filter(({ kind }) => kind === 'secret-column')
    .map(({ what, tells = [] }) => `${what}: ${tells.join(' ')}`);

const ONE = 'const user = await prisma.user.findUnique({ where });\n';

test.each([
  ['Prisma', `${ONE}res.json(user);`, ['user: passwordHash']],
  ['at once', 'res.json({ users: await prisma.user.findMany() });', ['user: passwordHash']],
  ['spread', `${ONE}res.json({ ok: true, user: { ...user } });`, ['user: passwordHash']],
  [
    'beside another row',
    'res.json(await prisma.order.findMany({ include: { buyer: true } }));',
    ['user: passwordHash'],
  ],
  [
    'Drizzle',
    'const [user] = await db.select().from(users).where(eq(users.id, req.params.id));\nres.json(user);',
    ['users: passwordHash'],
  ],
  [
    'what was written',
    'const [user] = await db.insert(users).values(req.body).returning();\nres.status(201).json(user);',
    ['users: passwordHash'],
  ],
])('%s', async (_, lines, expected) => expect(await found(lines)).toEqual(expected));

test('by way of a function', async () =>
  expect(
    await found(
      'res.json(await load(req.params.id));',
      'const load = async (id) => {\n  const user = await prisma.user.findUnique({ where: { id } });\n  return user;\n};',
    ),
  ).toEqual(['user: passwordHash']));

test.each([
  ['picked', 'res.json(await prisma.user.findUnique({ where, select: { id: true } }));'],
  ['left out', 'res.json(await prisma.user.findUnique({ where, omit: { passwordHash: true } }));'],
  ['the rest', `const { passwordHash, ...rest } = await prisma.user.findUnique({ where });\nres.json(rest);`],
  ['the rest of a row', `${ONE}const { passwordHash, ...rest } = user;\nres.json(rest);`],
  ['deleted', `${ONE}delete user.passwordHash;\nres.json(user);`],
  ['written over', `${ONE}res.json({ ...user, passwordHash: undefined });`],
  ['a member', `${ONE}res.json({ id: user.id, email: user.email });`],
  ['made into something else', `${ONE}res.json(toPublic(user));`],
  ['counted', 'res.json(await prisma.user.count());'],
  ['a row without secrets', 'res.json(await prisma.order.findMany());\nres.json(await db.select().from(orders));'],
  ['some columns', 'res.json(await db.select({ id: users.id }).from(users));'],
])('no secret: %s', async (_, lines) => expect(await found(lines)).toEqual([]));

test('a client that leaves it out', async () =>
  expect(
    await found(
      `${ONE}res.json(user);`,
      '',
      'export const prisma = new PrismaClient({ omit: { user: { passwordHash: true } } });',
    ),
  ).toEqual([]));
