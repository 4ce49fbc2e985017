import { expect, test } from 'vitest';
import { contextFor, operation, serve } from '../accounts/test-context.ts';
import { oauthStarts, oauthStates } from './oauth-state.ts';

const TO = 'https://accounts.example.com/o/oauth2/auth?client_id=shop&redirect_uri=http%3A%2F%2Fshop%2Fback';

/** What a sign-in with another service leads to, the first time and the second. */
const run = async (...more: readonly string[]) => {
  let asked = 0;
  const running = await serve(() => ({ status: 302, headers: { location: TO + (more[asked++] ?? '') } }));
  const { origin } = running;
  const { context, close } = await contextFor(origin, { operations: [operation(origin, 'GET /auth/google')] });
  try {
    return await oauthStates(context);
  } finally {
    await close();
    await running.stop();
  }
};

test.each<[string, readonly string[], string]>([
  ['a state of its own each time', ['&state=a81', '&state=f02'], 'refuted'],
  ['PKCE alone', ['&code_challenge=a81', '&code_challenge=f02'], 'refuted'],
  ['the same nonce and another state', ['&nonce=1&state=a', '&nonce=1&state=b'], 'refuted'],
  ['nothing', [''], 'confirmed'],
  ['an empty state', ['&state='], 'confirmed'],
  ['the same state for everybody', ['&state=shop', '&state=shop'], 'confirmed'],
])('%s', async (_name, more, verdict) => {
  expect(await run(...more)).toMatchObject([{ subject: 'sign-in with accounts.example.com', verdict }]);
});

test('where no other service is asked, nothing is said', async () => {
  const running = await serve(() => ({ status: 302, headers: { location: '/login' } }));
  const { origin } = running;
  const { context, close } = await contextFor(origin, { operations: [operation(origin, 'GET /auth/google')] });
  expect(await oauthStates(context)).toEqual([]);
  await close();
  await running.stop();
});

test.each([
  ['GET /auth/google', true],
  ['GET /api/auth/signin/github', true],
  ['GET /oauth2/authorization/okta', true],
  ['GET /connect/facebook/start', true],
  ['GET /auth/google/callback', false],
  ['POST /auth/google', false],
  ['GET /products/apple', false],
])('%s begins a sign-in: %s', (text, expected) => {
  expect(oauthStarts([operation('http://a.example', text)]).length > 0).toBe(expected);
});
