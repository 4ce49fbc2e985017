import type { SqlPlace, UsedRelation } from '../../model/evidence/data.ts';
import { parseModule } from '../code/parse.ts';
import { isSource } from '../code/program/source-files.ts';
import type { Expr } from '../code/ir.ts';
import { expressionsOf, textOf } from '../code/visit.ts';

export interface Clients {
  /** Where a client of Supabase is made with the key of the page. */
  made: SqlPlace | null;
  /** Tables asked for by `from('…')`, each at its first place. */
  used: readonly UsedRelation[];
}

const MOST_FILES = 6_000;
/** The public key, or a way to make clients that only browsers use. */
const OF_PAGE =
  /(?:NEXT_PUBLIC|VITE|EXPO_PUBLIC|REACT_APP|PUBLIC|NUXT_PUBLIC)_SUPABASE|createBrowserClient|createClientComponentClient|https:\/\/[a-z]{20}\.supabase\.co/;

/** What the code asks of Supabase. Only files that speak of it are read. */
export const clientsIn = async (
  files: readonly string[],
  read: (path: string) => string | null,
  signal: AbortSignal,
): Promise<Clients> => {
  let made: SqlPlace | null = null;
  const used = new Map<string, UsedRelation>();
  for (const path of files.filter((one) => isSource(one) || /\.(?:tsx?|jsx?|mjs)$/.test(one)).slice(0, MOST_FILES)) {
    if (signal.aborted || /(?:^|\/)(?:__tests__|tests?|e2e|scripts?|examples?)\/|\.(?:test|spec)\./.test(path))
      continue;
    const text = read(path);
    if (text === null || !/supabase/i.test(text)) continue;
    const makes =
      /@supabase\/(?:supabase-js|ssr|auth-helpers)/.test(text) &&
      /\b(?:createClient|createBrowserClient|createClientComponentClient)\b/.test(text);
    const asks = /\.\s*from\s*\(/.test(text);
    if (!makes && !asks) continue;
    const module = await parseModule(path, text);
    for (const { e } of expressionsOf(module)) {
      if (e.k !== 'call') continue;
      if (
        makes &&
        made === null &&
        OF_PAGE.test(text) &&
        e.f.k === 'id' &&
        /^create(?:Browser|ClientComponent)?Client/.test(e.f.n)
      )
        made = { path, line: e.at };
      const table = e.f.k === 'mem' && e.f.p === 'from' && isClient(e.f.o) ? textOf(e.a[0]) : undefined;
      if (table !== undefined && /^[a-z_]\w*$/i.test(table) && !used.has(table))
        used.set(table, { name: `public.${table}`, place: { path, line: e.at } });
    }
  }
  return { made, used: [...used.values()] };
};

/** `supabase`, `this.supabase`, `supabaseAdmin`, `createClient()`: by name, so that `Array.from` and storage are left out. */
const isClient = (e: Expr): boolean => {
  const inner = e.k === 'await' ? e.e : e;
  if (inner.k === 'id') return /supabase|^sb$|^client$|^db$/i.test(inner.n);
  if (inner.k === 'mem') return typeof inner.p === 'string' && /supabase/i.test(inner.p);
  return inner.k === 'call' && inner.f.k === 'id' && /supabase|createClient/i.test(inner.f.n);
};
