const VERSION = /^((?:@[^/]+\/)?[^/@]+)@[^/]*/;
/** Networks that serve packages of npm: what stands before the name. */
const CDN =
  /^https:\/\/(?:esm\.sh\/(?:v\d+\/|stable\/)?|cdn\.skypack\.dev\/|unpkg\.com\/|cdn\.jsdelivr\.net\/npm\/|ga\.jspm\.io\/npm:)/;

/**
 * The package that a specifier means, without scheme, host and version: Deno has `npm:stripe@14`, `jsr:@std/http` and addresses
 * (`https://esm.sh/@supabase/supabase-js@2?target=deno`, `https://deno.land/x/zod@v3.22.4/mod.ts`) where Node has a name. Deno's standard library is
 * `std/http/server.ts`.
 */
export const packageName = (specifier: string): string => {
  const bare = specifier.replace(/^(?:node:|npm:\/?|jsr:\/?)/, '');
  if (!bare.startsWith('https://')) return bare === specifier ? bare : bare.replace(VERSION, '$1');
  const path = bare.replace(/[?#].*$/, '');
  if (CDN.test(path))
    return path
      .replace(CDN, '')
      .replace(VERSION, '$1')
      .replace(/\/\+esm$/, '');
  const standard = /^https:\/\/deno\.land\/std(?:@[^/]*)?\/(.+)$/.exec(path)?.[1];
  if (standard !== undefined) return `std/${standard}`;
  return /^https:\/\/deno\.land\/x\/([^/@]+)/.exec(path)?.[1] ?? bare;
};
