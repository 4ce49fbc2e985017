import { isSecretName } from '../../env/names.ts';
import type { Expr } from '../ir.ts';
import { propOf, textOf, within } from '../visit.ts';
import type { PatternFinder } from './spot.ts';

const CONFIG = /(?:^|\/)(?:vite|next|nuxt)\.config\.[cm]?[jt]s$/;

/**
 * Build settings that write what they are given into the JavaScript for browsers: `define` of Vite, `env` of Next.js, `runtimeConfig.public` of Nuxt.
 */
export const secretInBuild: PatternFinder = ({ m, e }) => {
  if (!CONFIG.test(m.path)) return undefined;
  const given = givenToBrowser(m.path, e);
  const what = given === undefined ? undefined : secretIn(given);
  return what === undefined
    ? undefined
    : { kind: 'client-build', what: what.name, at: { path: m.path, line: what.at } };
};

const givenToBrowser = (path: string, e: Expr): Expr | undefined => {
  if (e.k !== 'obj') return undefined;
  if (/(?:^|\/)next\./.test(path)) return propOf(e, 'env');
  if (/(?:^|\/)nuxt\./.test(path)) return propOf(propOf(e, 'runtimeConfig'), 'public');
  return propOf(e, 'define');
};

interface Told {
  name: string;
  at: number;
}

const WHOLE = 'the whole environment';

const secretIn = (given: Expr): Told | undefined => {
  if (given.k !== 'obj') return undefined;
  for (const { n, v } of given.props) {
    const found = n === undefined ? wholeOf(v) : (wholeOf(v) ?? namedIn(v));
    if (found !== undefined) return found;
  }
  return undefined;
};

/** `process.env` as it is, `JSON.stringify(process.env)`, `{ ...process.env }`, `loadEnv(mode, cwd, '')`. */
const wholeOf = (e: Expr): Told | undefined => {
  const inner = e.k === 'call' && e.f.k === 'mem' && e.f.p === 'stringify' && e.a[0] !== undefined ? e.a[0] : e;
  const spread = inner.k === 'obj' ? inner.props.find(({ n, v }) => n === undefined && isEnvironment(v)) : undefined;
  return isEnvironment(inner) || spread !== undefined ? { name: WHOLE, at: e.at } : undefined;
};

const isEnvironment = (e: Expr): boolean => e.k === 'mem' && e.p === 'env' && e.o.k === 'id' && e.o.n === 'process';

/** Tokens of maps are made for browsers. */
const isKept = (name: string): boolean => /^[A-Z][A-Z0-9_]+$/.test(name) && isSecretName(name) && !/MAPBOX/.test(name);

/** `JSON.stringify(env.OPENAI_API_KEY)`: a variable whose name says that it is a secret. */
const namedIn = (value: Expr): Told | undefined => {
  for (const e of within(value)) {
    if (e.k !== 'mem') continue;
    const name = typeof e.p === 'string' ? e.p : textOf(e.p);
    const isRead = isEnvironment(e.o) || (e.o.k === 'id' && e.o.n === 'env');
    if (isRead && name !== undefined && isKept(name)) return { name, at: e.at };
  }
  return undefined;
};
