import { expect, test } from 'vitest';
import { readCode } from '../read-code.ts';
import { programOf } from '../testing/program-of.ts';

const APP = `import express from 'express';
import jwt from 'jsonwebtoken';
import { decodeJwt, jwtVerify } from 'jose';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
const app = express();
`;

const believed = async (text: string): Promise<string[]> => {
  const { endpoints } = readCode({ program: await programOf({ 'app.ts': APP + text }), unread: [] });
  return endpoints.flatMap(({ flows }) =>
    flows.flatMap(({ to, what, decides }) => (to === 'claims' ? [`${what} -> ${decides?.what ?? ''}`] : [])),
  );
};

test.each([
  [
    'a reset link',
    `const reset = async (token, password) => {
  const { id } = jwt.decode(token);
  await prisma.user.update({ where: { id }, data: { password } });
};
app.post('/reset', async (req, res) => { await reset(req.body.token, req.body.password); res.end(); });`,
    ['jsonwebtoken.decode -> update user'],
  ],
  [
    'a middleware',
    `const auth = (req, res, next) => { req.user = decodeJwt(req.headers.authorization.split(' ')[1]); next(); };
app.get('/me', auth, async (req, res) => res.json(await prisma.user.findUnique({ where: { id: req.user.sub } })));`,
    ['jose.decodeJwt -> who asks'],
  ],
  [
    'the middle of a token',
    `app.get('/me', async (req, res) => {
  const [, payload] = req.cookies.token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  res.json(await prisma.order.findMany({ where: { userId: claims.sub } }));
});`,
    ['Buffer.from -> list order'],
  ],
  [
    'a role',
    `app.post('/wipe', async (req, res) => {
  const { role } = JSON.parse(atob(req.headers.authorization.split('.')[1]));
  if (role !== 'admin') return res.status(403).end();
  await prisma.order.deleteMany({});
  res.end();
});`,
    ['atob -> a condition on admin'],
  ],
])('%s decides', async (_, text, expected) => expect(await believed(text)).toEqual(expected));

test.each([
  [
    'is verified first',
    `app.get('/me', async (req, res) => {
  const token = req.headers.authorization;
  await jwtVerify(token, key);
  res.json(await prisma.user.findUnique({ where: { id: decodeJwt(token).sub } }));
});`,
  ],
  [
    'is decoded to find the key that verifies it',
    `const owner = async (token) => prisma.user.findUnique({ where: { id: jwt.decode(token).id } });
app.post('/reset', async (req, res) => {
  const user = await owner(req.body.token);
  jwt.verify(req.body.token, process.env.SECRET + user.email);
  await prisma.user.update({ where: { id: user.id }, data: req.body });
  res.end();
});`,
  ],
  [
    'has a signature of its own',
    `app.get('/me', async (req, res) => {
  const [, payload, sent] = req.cookies.token.split('.');
  const made = createHmac('sha256', process.env.SECRET).update(payload).digest();
  if (!timingSafeEqual(made, Buffer.from(sent))) return res.status(401).end();
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  res.json(await prisma.order.findMany({ where: { userId: claims.sub } }));
});`,
  ],
  [
    'was fetched by the app itself',
    `app.get('/callback', async (req, res) => {
  const answer = await fetch('https://accounts.example.com/token', { method: 'POST', body: req.query.code });
  const { id_token } = await answer.json();
  await prisma.user.create({ data: { email: decodeJwt(id_token).email } });
  res.end();
});`,
  ],
  [
    'is asked for its end only',
    `app.post('/logout', async (req, res) => {
  const decoded = jwt.decode(req.body.token);
  if (!decoded) return res.status(400).end();
  await prisma.blocked.create({ data: { until: new Date(decoded.exp * 1000) } });
  res.end();
});`,
  ],
  [
    'went through a guard before',
    `import passport from 'passport';
app.get('/me', passport.authenticate('jwt'), async (req, res) => {
  const { sub } = decodeJwt(req.headers.authorization.split(' ')[1]);
  res.json(await prisma.user.findUnique({ where: { id: sub } }));
});`,
  ],
])('nothing is said where it %s', async (_, text) => expect(await believed(text)).toEqual([]));
