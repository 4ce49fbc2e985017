import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { folderOf } from '../../program/resolve.ts';
import { baseName, withoutEnding } from '../files/app-roots.ts';
import { exportWritten } from '../files/written.ts';

/** Made when the app is built, and not asked for data when it runs: by its own word or that of the nearest layout. */
export const isPrerendered = (program: Program, files: ReadonlyMap<string, Module>, file: string): boolean => {
  const said = (folder: string, kind: string): boolean | undefined => {
    for (const ending of ['.server.ts', '.server.js', '.ts', '.js']) {
      const m = files.get(`${folder}/${kind}${ending}`);
      const value = m === undefined ? undefined : exportWritten(program, m, 'prerender');
      if (value !== undefined) return value.e.k === 'lit' && value.e.v === true;
    }
    return undefined;
  };
  const folder = folderOf(file);
  const kind = withoutEnding(baseName(file)).replace('.server', '');
  const own = said(folder, kind);
  if (own !== undefined || kind === '+server') return own ?? false;
  for (let at = folder; at !== ''; at = folderOf(at)) {
    const layout = said(at, '+layout');
    if (layout !== undefined) return layout;
  }
  return false;
};
