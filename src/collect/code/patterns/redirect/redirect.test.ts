import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { findPatterns } from '../registry.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(
    await programOf({
      'src/server.ts': `import express from 'express';\nimport { NextResponse } from 'next/server';\n${text}`,
    }),
  ).flatMap(({ kind, what, stranger }) => (kind === 'open-redirect' ? [`${what} <- ${stranger ?? ''}`] : []));

test.each([
  ['a query', `app.get('/out', (req, res) => res.redirect(req.query.next));`, 'req.query.next <- https://evil.example'],
  [
    'a query with a default',
    `app.post('/login', (req, res) => { const { returnTo } = req.body; res.redirect(302, returnTo || '/'); });`,
    'req.body.returnTo <- https://evil.example',
  ],
  [
    'an address with a base, which the whole one beats',
    `export const GET = (request) => {
  const { searchParams } = new URL(request.url);
  const callbackUrl = searchParams.get('callbackUrl') ?? '/';
  return NextResponse.redirect(new URL(callbackUrl, request.url));
};`,
    "searchParams.get('callbackUrl') <- https://evil.example",
  ],
  [
    'what stands right behind an origin',
    `export async function GET(request) {
  const { searchParams, origin } = new URL(request.url);
  const next = searchParams.get('next') ?? '/';
  return NextResponse.redirect(\`\${origin}\${next}\`);
}`,
    "searchParams.get('next') <- .evil.example",
  ],
  [
    'what begins with a slash',
    `app.get('/in', (req, res) => { const next = req.query.next; res.redirect(next && next.startsWith('/') ? next : '/'); });`,
    'req.query.next <- //evil.example',
  ],
  [
    'what begins with a slash, asked elsewhere',
    `const nextPath = (value, fallback) => (typeof value === 'string' && value.startsWith('/') ? value : fallback);
app.post('/in', (req, res) => { const target = nextPath(req.body.next, '/'); if (!ok) return res.end(); res.redirect(303, target); });`,
    'req.body.next <- //evil.example',
  ],
  [
    'a header',
    `app.get('/out', (req, res) => { res.setHeader('Location', req.query.url); res.end(); });`,
    'req.query.url <- https://evil.example',
  ],
])('%s leads anywhere', async (_, text, expected) => expect(await found(text)).toEqual([expected]));

test.each([
  ['a path of ours', `app.get('/a', (req, res) => res.redirect(\`/orders/\${req.query.id}\`));`],
  [
    'a parameter of a path of ours',
    `export const GET = (request) => NextResponse.redirect(new URL('/login?next=' + request.nextUrl.searchParams.get('next'), request.url));`,
  ],
  [
    'the same path again',
    `export const GET = (request) => { const url = request.nextUrl.clone(); url.pathname = '/login'; return NextResponse.redirect(url); };`,
  ],
  ['a list', `app.get('/a', (req, res) => res.redirect(PAGES.includes(req.query.next) ? req.query.next : '/'));`],
  [
    'one slash and not two',
    `app.get('/a', (req, res) => { const { next } = req.query; res.redirect(next.startsWith('/') && !next.startsWith('//') ? next : '/'); });`,
  ],
  [
    'a function that looks',
    `app.get('/a', (req, res) => { const { next } = req.query; if (!isSafeUrl(next)) return res.sendStatus(400); res.redirect(next); });`,
  ],
  ['a function that mends', `app.get('/a', (req, res) => res.redirect(safeRedirect(req.query.next)));`],
  [
    'an address whose host was compared',
    `export const GET = (request) => {
  const redirect = new URL(request.url).searchParams.get('redirect');
  let ours = false;
  try { ours = HOSTS.has(new URL(redirect).hostname); } catch { ours = false; }
  if (ours) return new Response(null, { status: 302, headers: { Location: redirect } });
};`,
  ],
  [
    'a verdict',
    `app.get('/a', (req, res) => { const { next } = req.query; const isAllowed = look(next); if (isAllowed) res.redirect(next); });`,
  ],
  [
    'an assertion',
    `app.get('/a', (req, res) => { const { next } = req.query; assertOurs(next); res.redirect(next); });`,
  ],
  [
    'a slash behind an origin',
    `export async function GET(request) {
  const { searchParams, origin } = new URL(request.url);
  let next = searchParams.get('next') ?? '/';
  if (!next.startsWith('/')) next = '/';
  return NextResponse.redirect(\`\${origin}\${next}\`);
}`,
  ],
  [
    'an address of a provider',
    `app.post('/pay', async (req, res) => { const session = await stripe.checkout.sessions.create({}); res.redirect(303, session.url); });`,
  ],
  [
    'an answer of another server',
    `app.get('/a', async (req, res) => { const response = await fetch(API); const body = await response.json(); res.redirect(body.url); });`,
  ],
])('%s leads nowhere else', async (_, text) => expect(await found(text)).toEqual([]));
