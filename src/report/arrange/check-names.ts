/** More checks of one stage than these are counted instead of named. */
export const MOST_NAMED = 6;

const stageOf = (check: string): string => (check.includes('/') ? check.slice(0, check.indexOf('/')) : '');

/** Ids by their stage, in order; what stands for itself (a bar item) is under the empty name. */
const byStage = (checks: readonly string[]): readonly (readonly [stage: string, same: readonly string[]])[] => [
  ...Map.groupBy(checks, stageOf),
];

const isMany = (stage: string, same: readonly string[]): boolean => stage !== '' && same.length > MOST_NAMED;

/** The checks that one sentence is about: by their ids, or `86 checks of the boundary stage` where a stage has many of them. */
export const checkNames = (checks: readonly string[]): readonly string[] =>
  byStage(checks).flatMap(([stage, same]) =>
    isMany(stage, same) ? [`${same.length} checks of the ${stage} stage`] : same,
  );

/** The same as the value of `--only`. */
export const onlyNames = (checks: readonly string[]): string =>
  byStage(checks)
    .flatMap(([stage, same]) => (isMany(stage, same) ? [stage] : same))
    .join(',');

/** Those that `checkNames` counts and does not name. */
export const countedChecks = (checks: readonly string[]): readonly string[] =>
  byStage(checks).flatMap(([stage, same]) => (isMany(stage, same) ? same : []));
