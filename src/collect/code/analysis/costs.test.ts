import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { readCode } from '../read-code.ts';

const read = async (body: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> => {
  const program = await programOf({
    'package.json': '{"dependencies":{"next":"16.0.0"}}',
    'app/api/login/route.ts': `
import bcrypt from 'bcryptjs';
import OpenAI from 'openai';
import { Resend } from 'resend';
import { Ratelimit } from '@upstash/ratelimit';
const resend = new Resend(process.env.RESEND_KEY);
const openai = new OpenAI();
const limit = new Ratelimit({ limiter: Ratelimit.slidingWindow(5, '1 m') });
export async function POST(req) {
  const body = await req.json();
  ${body}
  return Response.json({});
}`,
    ...more,
  });
  const { endpoints, coverage } = readCode({ program, unread: [] });
  return [
    ...endpoints.flatMap(({ unlimited = [] }) => unlimited),
    ...(coverage.limited === undefined ? [] : ['in front']),
  ];
};

const LOGIN = `const user = await prisma.user.findUnique({ where: { email: body.email } }); if (!(await bcrypt.compare(body.password, user.hash))) return new Response('no', { status: 401 });`;

test.each([
  ['a password is tried', LOGIN, ['password']],
  ['a mail is sent', `await resend.emails.send({ to: body.to });`, ['mail']],
  ['a model is asked', `await openai.chat.completions.create({ messages: body.messages });`, ['ai']],
  [
    'with a limiter of a package',
    `const { success } = await limit.limit(body.email); if (!success) return new Response('', { status: 429 }); ${LOGIN}`,
    [],
  ],
  [
    'with a limiter of one’s own',
    `const limited = await isLimited(req); if (limited) return new Response('', { status: 429 }); ${LOGIN}`,
    [],
  ],
  [
    'with a lock of the account',
    `${LOGIN} if (user.failedAttempts > 5) return new Response('', { status: 401 }); await prisma.user.update({ where: { id: user.id }, data: { failedAttempts: 0 } });`,
    [],
  ],
])('%s', async (_, body, expected) => expect(await read(body)).toEqual(expected));

test('a server in front may limit', async () => {
  expect(await read(LOGIN, { 'deploy/nginx.conf': 'server {\n  limit_req zone=login burst=5;\n}' })).toEqual([
    'password',
    'in front',
  ]);
  expect(await read(LOGIN, { 'deploy/nginx.conf': 'server {\n  # limit_req would be good\n}' })).toEqual(['password']);
});
