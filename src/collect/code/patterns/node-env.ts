import { runsInApp } from '../../env/runs-in-app.ts';
import { pathOf } from '../program/ref.ts';
import { textOf } from '../visit.ts';
import type { PatternFinder } from './spot.ts';

/** `process.env.NODE_ENV = 'development'` in the running app. */
export const nodeEnvSet: PatternFinder = ({ program, m, fn, e }) => {
  if (
    e.k !== 'assign' ||
    e.op !== '=' ||
    !('k' in e.l) ||
    e.l.k !== 'mem' ||
    e.l.p !== 'NODE_ENV' ||
    !runsInApp(m.path)
  )
    return undefined;
  const what = textOf(e.r);
  if (what === undefined || what === 'production' || pathOf(program.resolve(m, fn, e.l)) !== 'process.env.NODE_ENV')
    return undefined;
  return { kind: 'node-env', what, at: { path: m.path, line: e.at } };
};
