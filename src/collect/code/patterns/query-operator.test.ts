import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const HEAD = `import express from 'express';\nimport { User } from './user';\nconst app = express();\n`;
const USER = `import mongoose from 'mongoose';\nexport const User = mongoose.model('User', new mongoose.Schema({ email: String }));`;

/** Conditions that may be operators, in a file with routes and those beside it. */
const found = async (text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  findPatterns(await programOf({ 'src/app.ts': HEAD + text, 'src/user.ts': USER, ...others }))
    .filter(({ kind }) => kind === 'query-operator')
    .map(({ what }) => what);

const route = (lines: string, before = ''): string =>
  `app.post('/reset', ${before}async (req, res) => {\n${lines}\n});`;

test.each([
  ['a member of the body', route('res.json(await User.findOne({ token: req.body.token }));'), ['findOne({ token })']],
  [
    'by way of a name',
    route('const { token } = req.body;\nres.json(await User.findOne({ used: false, token }));'),
    ['findOne({ token })'],
  ],
  [
    'of a standard request',
    'export const POST = async (request) => {\nconst { email } = await request.json();\nreturn User.findOne({ email });\n};',
    ['findOne({ email })'],
  ],
  [
    'in a collection',
    "import { MongoClient } from 'mongodb';\nconst db = new MongoClient('x').db();\n" +
      route("await db.collection('users').updateOne({ token: req.body.token }, { $set: { used: true } });"),
    ['updateOne({ token })'],
  ],
  [
    'JavaScript for the database',
    route("await User.find({ $where: 'this.id == ' + req.params.id });"),
    ['find({ $where })'],
  ],
])('%s', async (_, text, expected) => expect(await found(text)).toEqual(expected));

test.each([
  ['made a text', route('await User.findOne({ token: String(req.body.token) });')],
  [
    'asked for its type',
    route(
      "const { token } = req.body;\nif (typeof token !== 'string') return res.sendStatus(400);\nawait User.findOne({ token });",
    ),
  ],
  ['a part of the path', route('await User.findOne({ token: req.params.token });')],
  ['an id that is cast', route('await User.findById(req.body.id);')],
  ['looked at by a step', route('await User.findOne({ token: req.body.token });', 'validate(reset), ')],
  ['looked at by a schema', route('const { token } = schema.parse(req.body);\nawait User.findOne({ token });')],
  [
    'a database that has no operators',
    "import { prisma } from './prisma';\n" +
      route('await prisma.user.findFirst({ where: { token: req.body.token } });'),
  ],
])('no operator: %s', async (_, text) => expect(await found(text)).toEqual([]));

test('operators are taken out of everything', async () => {
  const text = route('await User.findOne({ token: req.body.token });');
  expect(
    await found(text, { 'src/db.ts': "import mongoose from 'mongoose';\nmongoose.set('sanitizeFilter', true);" }),
  ).toEqual([]);
  expect(await found(text, { 'src/main.ts': "import sanitize from 'express-mongo-sanitize';" })).toEqual([]);
});

test('a controller whose routes look at the body', async () => {
  const controller = `import { User } from './user';\nexport const reset = async (req, res) => res.json(await User.findOne({ token: req.body.token }));`;
  const routes = (step: string): string =>
    `import { Router } from 'express';\nimport { body } from '${step}';\nimport { reset } from './controller';\nRouter().post('/reset', reset);`;
  expect(await found('', { 'src/controller.ts': controller, 'src/routes.ts': routes('express-validator') })).toEqual(
    [],
  );
  expect(await found('', { 'src/controller.ts': controller, 'src/routes.ts': routes('./elsewhere') })).toEqual([
    'findOne({ token })',
  ]);
});
