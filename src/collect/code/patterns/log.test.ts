import { expect, test } from 'vitest';
import { findPatterns } from './registry.ts';
import { programOf } from '../testing/program-of.ts';

const EXPRESS = `import express from 'express';\nimport { prisma } from './db';\n`;

/** What is told by the lines of a handler of Express, with the other files beside it. */
const told = async (lines: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  findPatterns(
    await programOf({
      'src/app.ts': `${EXPRESS}export const handler = async (req, res, log, email, password, sendMail) => {\n${lines}\n};`,
      ...others,
    }),
  ).map(({ what, tells = [] }) => `${what}: ${tells.join(' ')}`);

test.each([
  ['an address in a text', 'console.log(`mail for ${email} was sent`);', ['console.log: email']],
  [
    'a member of an object',
    "log.info({ user: { id: req.user.id, email: req.user.email } }, 'in');",
    ['log.info: email'],
  ],
  ['a password', 'console.log(email + ":" + password);', ['console.log: email password']],
  [
    'a body that was read before',
    'const body = await req.json();\nconsole.log(JSON.stringify(body, null, 2));',
    ['console.log: body'],
  ],
  ['all headers', "req.log.warn({ headers: req.headers }, 'refused');", ['log.warn: headers']],
  ['a whole request', 'logger.info({ req });', ['logger.info: headers']],
  ['one header', "console.log(req.headers['authorization']);", ['console.log: token']],
  ['a key of the app', 'console.log("key", process.env.STRIPE_SECRET_KEY);', ['console.log: key']],
  [
    'a row of a person',
    'const one = await prisma.user.findUnique({ where: { id: 1 } });\nconsole.log(one);',
    ['console.log: user'],
  ],
  [
    'some columns of one',
    'const one = await prisma.user.findUnique({ where: { id: 1 }, select: { id: true, phone: true } });\nconsole.log(one);',
    ['console.log: phone'],
  ],
  ['a list of them', 'console.log(req.users.map((one) => one.email).join(", "));', ['console.log: email']],
  [
    'an error that a person is named in',
    "try { await sendMail(email); } catch (error) { log.error({ error, email }, 'no mail'); }",
    ['log.error: email'],
  ],
])('%s is told', async (_, lines, expected) => expect(await told(lines)).toEqual(expected));

test.each([
  ['an id', 'console.log(`order of ${req.user.id}`);'],
  ['a request of the web’s standard', 'const loader = async ({ request }) => { logger.info("none", { request }); };'],
  ['a length and a flag', 'console.log(email.length, !!password, typeof email, email === password);'],
  ['the first signs', 'console.log(password.slice(0, 2), email.split("@")[1]);'],
  [
    'what a function hides',
    'const shown = maskEmail(email);\nconsole.log(shown, maskEmail(email), { email: hash(email) });',
  ],
  [
    'what only talks of it',
    "console.log('password reset for', req.params.id, { emailSent: true, passwordChangedAt: 1 });",
  ],
  ['a text in its place', "log.info({ password: '***', token: '[redacted]' });"],
  [
    'a picked row',
    'const one = await prisma.user.findUnique({ where: { id: 1 }, select: { id: true, role: true } });\nconsole.log(one);',
  ],
  ['a replacer', 'console.log(JSON.stringify(req.body, (key, value) => (key === "password" ? undefined : value)));'],
  ['developers only', "if (process.env.NODE_ENV !== 'production') console.log(req.body);"],
  [
    'developers only, by an end before it',
    "if (process.env.NODE_ENV === 'production') return;\nconsole.log(req.body);",
  ],
  [
    'a mail that is printed for want of a server',
    'const key = process.env.MAIL_KEY;\nif (!key) {\n  console.log(email);\n}',
  ],
  ['what is not written in production', 'log.debug({ email });'],
  ['messages of a form', 'console.log(req.errors.email, validation.email);'],
  [
    'an answer of another server',
    'const response = await fetch("https://a.example");\nconsole.log(await response.json());',
  ],
])('%s is not', async (_, lines) => expect(await told(lines)).toEqual([]));

test('what pino takes out is not told, what it cannot see is', async () => {
  const others = {
    'src/log.ts': `import pino from 'pino';\nconst HIDDEN = ['*.email', 'password', 'req.headers.authorization'];\nexport const log = pino({ redact: { paths: HIDDEN } });`,
  };
  expect(
    await told(
      'log.info({ user: { email } });\nlog.info({ password });\nlog.info({ req: { headers: req.headers } });',
      others,
    ),
  ).toEqual([]);
  expect(
    await told(
      'log.info(`for ${email}`);\nlog.info({ email });\nlog.info({ user: { password } });\nlog.info({ body: req.body });',
      others,
    ),
  ).toEqual(['log.info: email', 'log.info: email', 'log.info: password', 'log.info: body']);
});

test('a format that deletes is a redaction', async () => {
  const others = {
    'src/logger.ts': `import winston from 'winston';\nconst clean = winston.format((info) => { delete info.password; return info; });\nexport const log = winston.createLogger({ format: clean() });`,
  };
  expect(await told("log.info('in', { password });", others)).toEqual([]);
});

test('the console of a browser, scripts and seeds are nobody else’s', async () => {
  const program = await programOf({
    'src/form.tsx': `'use client';\nexport const Form = ({ email }) => { console.log(email); return null; };`,
    'src/hook.ts': `import { useState } from 'react';\nexport const useIt = ({ email }) => { console.log(email); };`,
    'scripts/list.ts': `import { readFileSync } from 'node:fs';\nexport const f = (email) => console.log(email);`,
    'prisma/seed.ts': `import { PrismaClient } from '@prisma/client';\nexport const f = (email) => console.log(email);`,
    'src/server.ts': `import express from 'express';\nimport { helper } from './helper';\nhelper();`,
    'src/helper.ts': `export const helper = (email) => console.log(email);`,
  });
  expect(findPatterns(program).map(({ at }) => at.path)).toEqual(['src/helper.ts']);
});
