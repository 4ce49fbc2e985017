/** `840 ms`, `3.2 s`, `2 min 05 s`. */
export const durationText = (milliseconds: number): string => {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
};

/** An ISO time as `2026-11-24 03:12 UTC`; anything else as it stands. */
export const dateText = (iso: string): string => {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(iso);
  return match === null ? iso : `${match[1]} ${match[2]} UTC`;
};

/** Collectors are timed by the first kind of evidence they bring; people know the work by these names. */
const STEP_NAMES: ReadonlyMap<string, string> = new Map([
  ['repo.summary', 'secrets scan'],
  ['secrets.sightings', 'secrets scan'],
  ['secrets.coverage', 'secrets scan'],
  ['env.files', 'environment files'],
  ['pipeline.files', 'CI and hooks'],
  ['deps.versions', 'manifests and lock files'],
  ['data.schema', 'migrations, replayed'],
  ['boundary.run', 'the running app'],
]);

export interface Timing {
  name: string;
  milliseconds: number;
}

/** Steps in their order and the whole: the step named `total`, or the sum where there is none. */
export const timingsOf = (
  timings: Readonly<Record<string, number>>,
): { steps: readonly Timing[]; total: number; slowest: Timing | null } => {
  const all = Object.entries(timings).map(([name, milliseconds]) => ({
    name: STEP_NAMES.get(name) ?? name,
    milliseconds,
  }));
  const steps = all.filter((timing) => timing.name !== 'total');
  const total = timings['total'] ?? steps.reduce((sum, timing) => sum + timing.milliseconds, 0);
  return { steps, total, slowest: steps.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? null };
};
