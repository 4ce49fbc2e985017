import type { Module } from '../../ir.ts';
import { joinPath } from '../path-text.ts';
import { routeSegments, type Convention } from './conventions.ts';
import type { Route } from './routes.ts';
import { pathOfSegments, type Segment } from './segments.ts';

/** The routes of a folder. `files` by their path in the app's folder; `folder` is `routes`. */
export const fileRoutes = (
  convention: Convention,
  files: ReadonlyMap<string, Module>,
  folder: string,
  prefix = '',
): Route[] => {
  const found = [...files].flatMap(([file, m]) => {
    const inner = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
    const segments = inner === undefined ? undefined : routeSegments(convention, inner);
    return segments === undefined ? [] : [{ m, segments, isIndex: /(?:^|[./])_?index\.\w+$/.test(inner ?? '') }];
  });
  const byName = new Map(found.filter(({ isIndex }) => !isIndex).map(({ m, segments }) => [nameOf(segments), m]));
  return found.map(({ m, segments, isIndex }) => ({
    path: joinPath(prefix, pathOfSegments(segments)),
    m,
    around: Array.from({ length: segments.length + (isIndex ? 1 : 0) }, (_, length) =>
      byName.get(nameOf(segments.slice(0, length))),
    ).filter((one) => one !== undefined && one !== m) as Module[],
  }));
};

const nameOf = (segments: readonly Segment[]): string => segments.map(({ raw }) => raw).join('.');
