import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { callsOf, propOf } from '../../visit.ts';
import { written, type Written } from '../files/written.ts';
import type { Step } from '../raw.ts';

/** What stands in front of a field: `Query.me`. */
export type Rules = (path: string) => Step[];

/** The rules that graphql-shield puts in front of fields: `shield({ Query: { '*': deny, me: isAuthenticated } }, { fallbackRule })`. */
export const shieldRules = (program: Program): Rules => {
  const maps: { rules: Written; fallback: Written | undefined }[] = [];
  for (const m of program.modules.values()) {
    for (const { e, fn } of callsOf(m)) {
      if (e.f.k !== 'id' || pathOf(program.resolve(m, fn, e.f)) !== 'graphql-shield:shield') continue;
      const [rules, options] = e.a;
      const fallback = propOf(options, 'fallbackRule');
      if (rules !== undefined)
        maps.push({
          rules: written(program, { m, fn, e: rules }),
          fallback: fallback === undefined ? undefined : { m, fn, e: fallback },
        });
    }
  }
  return (path) => {
    const [type = '', field = ''] = path.split('.');
    return maps.flatMap(({ rules, fallback }): Step[] => {
      const own = propOf(rules.e, type);
      const of = own === undefined ? undefined : written(program, { ...rules, e: own });
      // One rule may stand for a whole type.
      const rule = of === undefined || of.e.k !== 'obj' ? own : (propOf(of.e, field) ?? propOf(of.e, '*'));
      const at = of?.e.k === 'obj' ? of : rules;
      const chosen = rule === undefined ? fallback : { ...at, e: rule };
      return chosen === undefined ? [] : [{ ...chosen, by: 'middleware' }];
    });
  };
};
