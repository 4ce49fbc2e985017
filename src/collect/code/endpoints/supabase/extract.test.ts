import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import type { RawEndpoint } from '../raw.ts';
import { readFunctionConfigs } from './config.ts';
import { extractSupabaseFunctions } from './extract.ts';

const line = ({ method, path, m, at, steps, platform = [], confidence }: RawEndpoint): string =>
  [
    `${method} ${path} ${m.path}:${at}`,
    ...platform.map(
      ({ name, at: place, certain }) => `${name} ${place.path}:${place.line}${certain ? '' : ' by default'}`,
    ),
    ...steps.map(({ e, by }) => `${by} ${e.k}${e.k === 'id' ? ` ${e.n}` : ''}`),
    ...(confidence === 'likely' ? ['likely'] : []),
  ].join(', ');

test('edge functions with what the platform checks, by whatever they are served', async () => {
  const { endpoints } = extractSupabaseFunctions(
    await programOf({
      'supabase/config.toml': `project_id = "x"
[functions]
[functions.open]
verify_jwt = false # the webhook signs
[functions."with-token"]
verify_jwt = true
[functions.off]
enabled = false
[functions.elsewhere]
entrypoint = './functions/other/main.ts'
[auth]
broken = = 1
`,
      'supabase/functions/open/index.ts': `
import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
serve(async (req) => {
  if (req.method === 'OPTIONS') return new Response('ok');
  return new Response('done');
});
`,
      'supabase/functions/with-token/index.ts': `const handler = async (req: Request) => {
  if (req.method !== 'POST') return new Response('no', { status: 405 });
  return new Response('yes');
};
Deno.serve({ port: 8000 }, withAuth(handler));`,
      'supabase/functions/by-default/index.ts': `import { serve } from '../_shared/http.ts';\nimport './main.ts';`,
      'supabase/functions/by-default/main.ts': `export default { fetch: (req) => new Response('x') };`,
      'supabase/functions/_shared/http.ts': `export const serve = () => {};`,
      'supabase/functions/off/index.ts': `Deno.serve(() => new Response());`,
      'supabase/functions/nothing/index.ts': `export const helper = 1;`,
      'supabase/functions/other/main.ts': `import { serve } from 'jsr:@std/http@1/server';\nserve((req) => { switch (req.method) { case 'GET': return list(); case 'DELETE': return remove(); default: return new Response('', { status: 405 }); } });`,
      'supabase/functions/helper.ts': `Deno.serve(() => {});`,
    }),
  );
  expect(endpoints.map(line).toSorted()).toEqual([
    '* /functions/v1/by-default supabase/functions/by-default/index.ts:1, verify_jwt supabase/functions/by-default/index.ts:1 by default, handler fn',
    '* /functions/v1/nothing supabase/functions/nothing/index.ts:1, verify_jwt supabase/functions/nothing/index.ts:1 by default, likely',
    '* /functions/v1/open supabase/functions/open/index.ts:3, handler fn',
    'DELETE /functions/v1/elsewhere supabase/functions/other/main.ts:2, verify_jwt supabase/functions/other/main.ts:1 by default, handler fn',
    'GET /functions/v1/elsewhere supabase/functions/other/main.ts:2, verify_jwt supabase/functions/other/main.ts:1 by default, handler fn',
    'POST /functions/v1/with-token supabase/functions/with-token/index.ts:2, verify_jwt supabase/config.toml:6, wrapper call, handler id handler',
  ]);
});

test('a script that turns the check off for all is said', async () => {
  const { endpoints } = extractSupabaseFunctions(
    await programOf({
      'package.json': '{"scripts":{"deploy":"supabase functions deploy --no-verify-jwt"}}',
      'apps/web/supabase/functions/pay/index.ts': `Deno.serve(() => new Response());`,
    }),
  );
  expect(endpoints.map(line)).toEqual([
    '* /functions/v1/pay apps/web/supabase/functions/pay/index.ts:1, verify_jwt apps/web/supabase/functions/pay/index.ts:1 by default, handler fn, likely',
  ]);
});

test('a configuration is read however its keys are written', () => {
  const read = readFunctionConfigs(
    `functions.a.verify_jwt = false\n[functions]\nb.verify_jwt = true\nc = { verify_jwt = false, import_map = "x" }\n[functions.d.deeper]\nverify_jwt = false\n[remotes.p.functions.e]\nverify_jwt = false\n# [functions.f]\n[ functions . 'g' ]\nverify_jwt=false`,
  );
  expect([...read].map(([name, { values }]) => [name, values.get('verify_jwt')])).toEqual([
    ['a', { value: false, line: 1 }],
    ['b', { value: true, line: 3 }],
    ['c', { value: false, line: 4 }],
    ['g', { value: false, line: 11 }],
  ]);
});
