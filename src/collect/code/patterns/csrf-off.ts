import type { Expr } from '../ir.ts';
import { propOf } from '../visit.ts';
import type { PatternFinder } from './spot.ts';
import { isForDevelopers } from './told/developers.ts';

/** Where frameworks let their protection against forged requests be switched off, and which value does it. */
const SWITCHES: readonly (readonly [name: string, off: boolean, path: RegExp])[] = [
  // SvelteKit and Astro.
  ['checkOrigin', false, /(?:^|\/)(?:svelte|astro)\.config\.[cm]?[jt]s$/],
  // Better Auth and Auth.js.
  ['disableCSRFCheck', true, /./],
  ['skipCSRFCheck', true, /./],
  // Apollo Server.
  ['csrfPrevention', false, /./],
];

/** The protection against forged requests that a framework brings along is switched off. */
export const csrfOff: PatternFinder = ({ m, fn, e }) => {
  if (e.k !== 'obj') return undefined;
  for (const [name, off, path] of SWITCHES) {
    const value = propOf(e, name);
    if (value === undefined || !isSet(value, off) || !path.test(m.path)) continue;
    if (isForDevelopers(m, fn, e)) return undefined;
    return { kind: 'csrf-off', what: `${name}: ${off}`, at: { path: m.path, line: value.at } };
  }
  return undefined;
};

const isSet = (e: Expr, off: boolean): boolean => e.k === 'lit' && e.v === off;
