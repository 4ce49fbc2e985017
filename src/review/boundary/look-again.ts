import type { Evidence } from '../../model/evidence/map.ts';
import type { Config } from '../../model/target.ts';

const PLAIN = /^https?:\/\/[\w.:[\]-]{1,200}$/;
const MOST = 3;

/**
 * The command that looks at the running app again; null when nobody named one, or when it was looked at to the end, so that
 * the same would come out.
 */
export const lookAgain = (evidence: Evidence, { boundary }: Config): string | null => {
  if (boundary === undefined) return null;
  const run = evidence['boundary.run'];
  if (run?.ok === true && run.value.stopped === undefined) return null;
  const targets = boundary.origins
    .filter((origin) => PLAIN.test(origin))
    .slice(0, MOST)
    .map((origin) => ` --target ${origin}`);
  return targets.length === 0 ? null : `npx launch-ready${targets.join('')}`;
};
