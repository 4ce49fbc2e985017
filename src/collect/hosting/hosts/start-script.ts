import type { HostingSetting } from '../../../model/evidence/hosting.ts';
import { roleOf } from '../../env/role.ts';

const START = /"(start(?::prod(?:uction)?)?|serve(?::prod)?)"\s*:\s*"((?:[^"\\\n]|\\.)*)"/g;
const SETS = /\bNODE_ENV=["']?(\w+)/;

/** `NODE_ENV` as the script sets it that production is started with. */
export const startScriptSettings = (path: string, text: string): HostingSetting[] =>
  roleOf(path.replace(/\.json$/, '.js')) !== 'app'
    ? []
    : [...text.matchAll(START)].flatMap((found): HostingSetting[] => {
        const value = SETS.exec(found[2] ?? '')?.[1];
        const line = text.slice(0, found.index).split('\n').length;
        return value === undefined ? [] : [{ name: 'NODE_ENV', environment: 'production', at: { path, line }, value }];
      });
