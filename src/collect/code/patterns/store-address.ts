import { runsInApp } from '../../env/runs-in-app.ts';
import { pathOf } from '../program/ref.ts';
import { lastName, textBehind } from './text-behind.ts';
import type { PatternFinder } from './spot.ts';

const CONNECTS =
  /^(?:@supabase\/(?:supabase-js|ssr):(?:createClient|createBrowserClient|createServerClient)|https?:\/\/esm\.sh\/@supabase\/supabase-js\S*|npm:@supabase\/supabase-js\S*:createClient|mongoose(?::connect)?(?:\.connect)?|mongodb:MongoClient|convex\/\w+:ConvexReactClient)$/;
/** Asked before names are followed, which takes time. */
const MAY_CONNECT = /^(?:create\w*Client|connect|[A-Z]\w*Client)$/;
const HOSTED = /^(?:https:\/\/[a-z0-9]{15,30}\.supabase\.co|mongodb\+srv:\/\/|https:\/\/[\w-]+\.convex\.cloud)/;

/** A hosted database whose address no variable can change: developing and production are one. */
export const storeAddress: PatternFinder = (spot) => {
  const { program, m, fn, e } = spot;
  if (e.k !== 'call') return undefined;
  const [first] = e.a;
  if (
    first === undefined ||
    !MAY_CONNECT.test(lastName(e.f)) ||
    !CONNECTS.test(pathOf(program.resolve(m, fn, e.f)) ?? '')
  )
    return undefined;
  const found = textBehind(spot, first);
  if (found === undefined || !HOSTED.test(found.text) || !runsInApp(m.path) || !runsInApp(found.m.path))
    return undefined;
  return { kind: 'store-address', what: storeOf(found.text), at: { path: found.m.path, line: found.line } };
};

const storeOf = (text: string): string =>
  text.startsWith('mongodb') ? 'MongoDB' : text.includes('.convex.') ? 'Convex' : 'Supabase';
