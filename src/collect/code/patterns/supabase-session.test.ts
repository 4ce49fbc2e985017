import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (text: string): Promise<number[]> =>
  findPatterns(await programOf({ 'app/api/orders/route.ts': text })).flatMap(({ kind, at }) =>
    kind === 'supabase-session' ? [at.line] : [],
  );

test.each([
  [
    'a route',
    `import { createServerClient } from '@supabase/ssr';
export async function GET() {
  const supabase = createServerClient(URL, KEY, { cookies });
  const { data: { session } } = await supabase.auth.getSession();
  return Response.json(await prisma.order.findMany({ where: { userId: session.user.id } }));
}`,
    [4],
  ],
  [
    'a helper of the repository, by where it comes from',
    `import { createClient } from '@/utils/supabase/server';
export async function GET() {
  const supabase = await createClient();
  const { data } = await supabase.auth.getSession();
  return Response.json({ admin: data.session?.user.app_metadata.role === 'admin' });
}`,
    [4],
  ],
  [
    'SvelteKit',
    `export const load = async ({ locals }) => {\n  const { data: { session } } = await locals.supabase.auth.getSession();\n  return { user: session.user };\n};`,
    [2],
  ],
])('%s believes the cookie', async (_, text, lines) => expect(await found(text)).toEqual(lines));

test.each([
  [
    'getUser beside it',
    `import { createClient } from '@/utils/supabase/server';
export const safeGetSession = async () => {
  const supabase = createClient();
  const { data: { session } } = await supabase.auth.getSession();
  const { data: { user } } = await supabase.auth.getUser();
  return { session, user, was: session.user };
};`,
  ],
  [
    'the token alone, for a service that verifies it',
    `import { getSupabaseServerClient } from '@/functions/supabase';
export const start = async () => {
  const supabase = getSupabaseServerClient();
  const { data } = await supabase.auth.getSession();
  if (!data.session) throw new Error('Unauthorized');
  return call(data.session.access_token);
};`,
  ],
  [
    'a browser’s client',
    `import { createBrowserClient } from '@supabase/ssr';
export const me = async () => {
  const supabase = createBrowserClient(URL, KEY);
  const { data: { session } } = await supabase.auth.getSession();
  return session.user;
};`,
  ],
])('nothing is said of %s', async (_, text) => expect(await found(text)).toEqual([]));
