/** More checks of one stage than these are counted instead of named. */
const MOST = 6;

/** The checks that one sentence is about: by their ids, or `boundary (86 checks)` where a stage has many of them. */
export const checkNames = (checks: readonly string[]): readonly string[] =>
  [...Map.groupBy(checks, (check) => (check.includes('/') ? check.slice(0, check.indexOf('/')) : ''))].flatMap(
    ([stage, same]) => (stage !== '' && same.length > MOST ? [`${stage} (${same.length} checks)`] : same),
  );
