import type { EnvironmentName, SharedValue } from '../../model/evidence/env.ts';
import { mask } from '../secrets/mask.ts';
import type { KeyedHash } from '../secrets/keyed-hash.ts';

export interface KnownValue {
  path: string;
  line: number;
  name: string;
  environment: EnvironmentName;
  value: string;
  rule?: string;
}

/** One machine's files belong together: the same value in `.env.local` and `.env.development` separates nothing. */
const GROUPS: Readonly<Partial<Record<EnvironmentName, string>>> = {
  development: 'development',
  local: 'development',
  test: 'test',
  preview: 'preview',
  staging: 'staging',
  production: 'production',
};

/** Secret values that stand in files of more than one environment. The values stay here; a keyed hash names them. */
export const sharedValues = (known: readonly KnownValue[], hash: KeyedHash): SharedValue[] => {
  const byValue = Map.groupBy(
    known.filter((one) => GROUPS[one.environment] !== undefined && one.value.length >= 8),
    (one) => one.value,
  );
  return [...byValue]
    .filter(([, places]) => new Set(places.map((place) => GROUPS[place.environment])).size > 1)
    .slice(0, 500)
    .map(([value, places]) => {
      const rule = places.find((place) => place.rule !== undefined)?.rule;
      return {
        id: hash.id('env-shared', value),
        masked: mask(value),
        ...(rule === undefined ? {} : { rule }),
        places: places.slice(0, 20).map(({ path, line, name, environment }) => ({ path, line, name, environment })),
      };
    });
};
