import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf } from '../program/ref.ts';
import { within } from '../visit.ts';

/** Whether a chain begins at a client with the service key, which no policy binds. In doubt it does not. */
export const isServiceClient = (program: Program, m: Module, fn: Fn | undefined, chain: Expr): boolean => {
  let root: Expr = chain;
  for (let steps = 0; steps < 40; steps++) {
    if (root.k === 'call') root = root.f;
    else if (root.k === 'mem') root = root.o;
    else if (root.k === 'await') root = root.e;
    else break;
  }
  if (root.k === 'id' && /admin|service/i.test(root.n)) return true;
  const ref = program.resolve(m, fn, root);
  if (ref.r !== 'result') return false;
  return ref.e.a.some((argument) => [...within(argument)].some((e) => SERVICE_KEY.test(nameIn(program, ref, e))));
};

/** `service_role`, and the secret keys that take its place. */
const SERVICE_KEY = /service|(?:supabase|sb)_?secret/i;

/** What it is called: a member, a name, or a text by which the environment is asked, as `Deno.env.get('…')`. */
const nameIn = (program: Program, { m, fn }: { m: Module; fn: Fn | undefined }, e: Expr): string => {
  if (e.k === 'mem') return pathOf(program.resolve(m, fn, e)) ?? '';
  if (e.k === 'lit') return typeof e.v === 'string' ? e.v : '';
  return e.k === 'id' ? e.n : '';
};
