import type { CodePlace } from '../../../model/evidence/code.ts';
import type { DependentPackage, DirectDependency } from '../../../model/evidence/deps.ts';
import { FLOORS, type Floor } from './floors.ts';
import { compareVersions, isExact, isIn, rangeOf, type Interval } from './versions.ts';

/** A dependency below its floor. */
export interface Judged {
  name: string;
  /** The version; where none is certain, what the manifest lets in. */
  version: string;
  /** File that says so. */
  source: string;
  /** False when the manifest lets newer ones in as well, and no lock file tells which it is. */
  certain: boolean;
  floors: readonly Floor[];
  /** The first version above all of them. */
  fixed: string;
  places: readonly CodePlace[];
}

/** Dependencies with known holes, each version once, whatever the number of packages that want it. */
export const judgeDependencies = (packages: readonly DependentPackage[]): Judged[] => {
  const all = packages.flatMap((one) => one.dependencies.flatMap((dependency) => judge(one, dependency)));
  return [...Map.groupBy(all, ({ name, version }) => `${name} ${version}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const floors = [...new Set(same.flatMap((one) => one.floors))];
    return [{ ...first, floors, places: same.flatMap(({ places }) => places) }];
  });
};

const judge = (
  { uses, lockfile }: DependentPackage,
  { name, declared, locked, at }: DirectDependency,
): readonly Judged[] => {
  const known = FLOORS.filter(
    (floor) => floor.name === name && (floor.only === undefined || uses.includes(floor.only)),
  );
  if (known.length === 0) return [];
  // A manifest with one exact version that its lock file has not: the manifest is newer, and the next install follows it.
  const exact = isExact(declared) ? declared.trim().replace(/^=?v?/, '') : undefined;
  const version = exact ?? locked;
  const range: Interval | undefined = version === undefined ? rangeOf(declared) : undefined;
  const lowest = version ?? range?.[0];
  if (lowest === undefined) return [];
  const floors = known.filter(({ affected }) => affected.some((interval) => isIn(lowest, interval)));
  if (floors.length === 0) return [];
  const inside = floors.filter(({ affected }) =>
    affected.some(
      (interval) => isIn(lowest, interval) && (range === undefined || compareVersions(range[1], interval[1]) <= 0),
    ),
  );
  const told = inside.length > 0 ? inside : floors;
  return [
    {
      name,
      version: version ?? declared,
      source: exact === undefined && locked !== undefined ? (lockfile ?? at.path) : at.path,
      certain: inside.length > 0,
      floors: told,
      fixed: fixedIn(told, lowest),
      places: [at],
    },
  ];
};

const fixedIn = (floors: readonly Floor[], version: string): string =>
  floors
    .flatMap(({ affected }) => affected.filter((interval) => isIn(version, interval)).map(([, below]) => below))
    .toSorted(compareVersions)
    .at(-1) ?? version;
