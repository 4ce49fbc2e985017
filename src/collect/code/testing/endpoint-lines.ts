import type { Expr } from '../ir.ts';
import type { Extracted } from '../endpoints/raw.ts';

const show = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem'
      ? `${show(e.o)}.${typeof e.p === 'string' ? e.p : show(e.p)}`
      : e.k === 'call'
        ? `${show(e.f)}()`
        : e.k;

/** For tests: a line for each endpoint, with what runs in its order, sorted by path; then what stayed open, by its line. */
export const endpointLines = ({ endpoints, unresolved }: Extracted): string[] => [
  ...endpoints
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ kind, method, path, steps, confidence, unresolved: open }) =>
      [
        `${kind === 'http' ? '' : `${kind} `}${method} ${path} = `,
        steps.map(({ e, by }) => `${by === 'handler' ? '' : `${by} `}${show(e)}`).join(' > '),
        confidence === 'likely' ? ' (likely)' : '',
        open.length === 0 ? '' : ` ? ${open.join('; ')}`,
      ].join(''),
    ),
  ...unresolved.map(({ what, at }) => `${at} ${what}`),
];
