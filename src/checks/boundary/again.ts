import type { BoundaryRun, ProbeMode } from '../../model/evidence/boundary.ts';

const PLAIN = /^https?:\/\/[\w.:[\]-]{1,200}$/;

/** The command that asks the same app the same question again: it can be copied as it stands. */
export const again = ({ origins }: Pick<BoundaryRun, 'origins'>, probe: string, mode?: ProbeMode): string =>
  [
    'npx launch-ready',
    ...origins.filter((origin) => PLAIN.test(origin)).map((origin) => `--target ${origin}`),
    ...(mode === undefined ? [] : [`--mode ${mode}`]),
    `--only boundary/${probe}`,
  ].join(' ');
