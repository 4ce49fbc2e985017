import type { Pattern } from '../ir.ts';

/** The names that a pattern binds. */
export const namesIn = (pattern: Pattern): string[] => {
  switch (pattern.p) {
    case 'id':
      return [pattern.n];
    case 'obj':
      return [...pattern.props.flatMap(({ v }) => namesIn(v)), ...(pattern.rest === undefined ? [] : [pattern.rest])];
    case 'arr':
      return [
        ...pattern.e.flatMap((one) => (one === null ? [] : namesIn(one))),
        ...(pattern.rest === undefined ? [] : [pattern.rest]),
      ];
    case 'expr':
      return [];
  }
};
