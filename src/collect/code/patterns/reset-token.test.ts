import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/server/auth.ts': `import express from 'express';\n${text}` })).flatMap(
    ({ kind, what }) => (kind === 'reset-token' ? [what] : []),
  );

test.each([
  [
    'a token',
    `app.post('/forgot', async (req, res) => { const resetToken = await make(); res.json({ message: 'sent', resetToken }); });`,
    'resetToken',
  ],
  [
    'a link, inside',
    `export const POST = async () => Response.json({ ok: true, debug: { resetUrl: \`\${ORIGIN}/reset?t=\${t}\` } });`,
    'resetUrl',
  ],
  ['a code', `app.post('/otp', (req, res) => res.status(200).json({ success: true, otp: code }));`, 'otp'],
])('%s is answered', async (_, text, expected) => expect(await found(text)).toEqual([expected]));

test.each([
  ['a message', `app.post('/forgot', (req, res) => res.json({ message: 'sent', resetToken: false }));`],
  ['a mail', `export const forgot = async (to) => { await mailer.send({ to, resetLink }); };`],
  [
    'developers',
    `app.post('/forgot', (req, res) => { if (process.env.NODE_ENV === 'development') res.json({ resetToken }); else res.end(); });`,
  ],
  ['a token of a session', `app.post('/login', (req, res) => res.json({ token, refreshToken }));`],
])('nothing is said of %s', async (_, text) => expect(await found(text)).toEqual([]));
