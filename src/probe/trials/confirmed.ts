import type { Loom } from './loom.ts';

/** Names of persons (and `nobody`) of whom an effect was shown at an operation, by any of these probes. */
export const shownAt = (loom: Loom, subject: string, probes: readonly string[]): Set<string> =>
  new Set(
    loom.observations
      .filter((one) => one.subject === subject && one.verdict === 'confirmed' && probes.includes(one.probe))
      .flatMap(({ actor }) => loom.who.nameOf(actor === undefined || actor === 'nobody' ? null : actor) ?? []),
  );

/** Of several, those whose every answer refused, and those of whom an effect was shown. */
export const sorted = <T>(
  tries: readonly { who: string; of: T }[],
  isKept: (of: T) => boolean,
  shown: ReadonlySet<string>,
): { refused: string[]; broken: boolean } => {
  const by = [...Map.groupBy(tries, ({ who }) => who)];
  const broken = by.filter(([who]) => shown.has(who)).map(([who]) => who);
  const kept = by.filter(([who, all]) => !shown.has(who) && all.every(({ of }) => isKept(of))).map(([who]) => who);
  return { refused: [...broken, ...kept].toSorted(nobodyFirst), broken: broken.length > 0 };
};

export const nobodyFirst = (a: string, b: string): number =>
  Number(b === 'nobody') - Number(a === 'nobody') || (a < b ? -1 : a > b ? 1 : 0);
