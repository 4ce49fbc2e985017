import { expect, test } from 'vitest';
import { packageName } from './package-name.ts';

test.each([
  ['node:crypto', 'crypto'],
  ['@scope/name/deep', '@scope/name/deep'],
  ['npm:stripe@14.1.0', 'stripe'],
  ['npm:@supabase/supabase-js@^2.1/cors', '@supabase/supabase-js/cors'],
  ['jsr:@std/http@1/server', '@std/http/server'],
  ['https://esm.sh/@supabase/supabase-js@2.39.3?target=deno', '@supabase/supabase-js'],
  ['https://esm.sh/v135/jose@5.9.6', 'jose'],
  ['https://cdn.jsdelivr.net/npm/hono@4/+esm', 'hono'],
  ['https://deno.land/std@0.168.0/http/server.ts', 'std/http/server.ts'],
  ['https://deno.land/x/zod@v3.22.4/mod.ts', 'zod'],
  ['https://example.com/own/thing.ts', 'https://example.com/own/thing.ts'],
])('%s is %s', (specifier, name) => {
  expect(packageName(specifier)).toBe(name);
});
