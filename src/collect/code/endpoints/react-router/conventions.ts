import { withoutEnding } from '../files/app-roots.ts';
import { segmentsOf, type Segment } from './segments.ts';

/**
 * How files become routes: `flat` as React Router and Remix 2 have it, `hybrid` as remix-flat-routes, `folders` as react-router-auto-routes, `nested` as
 * Remix 1.
 */
export type Convention = 'flat' | 'hybrid' | 'folders' | 'nested';

const MODULE = /\.[cm]?[jt]sx?$/;
/** Files that stand for their folder. */
const INDEX = /^(?:_?index|_?layout|route|page)$/;
const ROUTE_OF_FOLDER = /^(?:index|route|layout|page|_.+|.+\.route)$/;

/** The segments of a file below the folder of the routes. Undefined for files that are no routes. */
export const routeSegments = (convention: Convention, file: string): Segment[] | undefined => {
  const parts = withoutEnding(file).split('/');
  const name = parts.pop() ?? '';
  if (!MODULE.test(file) || parts.some((one) => one.startsWith('.')) || name.startsWith('.')) return undefined;
  switch (convention) {
    case 'flat':
      if (parts.length === 0) return segmentsOf(name);
      return parts.length === 1 && /^(?:route|index)$/.test(name) ? segmentsOf(parts[0] ?? '') : undefined;
    case 'hybrid':
      return hybrid(parts, name);
    case 'folders':
      if ([...parts, name].some((one) => one.startsWith('+')) || /\.(?:server|client)$/.test(name)) return undefined;
      return [...parts.flatMap(segmentsOf), ...withoutIndex(segmentsOf(name))];
    case 'nested':
      return [...parts.flatMap(segmentsOf), ...withoutIndex(segmentsOf(name))].map(({ raw, path }) => ({ raw, path }));
  }
};

/** Folders that end in `+` are gone through; the first other one is a route, and a file in it stands for it. */
const hybrid = (parts: readonly string[], name: string): Segment[] | undefined => {
  const folders = parts.findIndex((one) => !one.endsWith('+'));
  const through = parts.slice(0, folders < 0 ? parts.length : folders).map((one) => one.slice(0, -1));
  const around = through.flatMap(segmentsOf);
  if (folders < 0) return [...around, ...withoutIndex(segmentsOf(name))];
  if (parts.length - folders > 1 || !ROUTE_OF_FOLDER.test(name)) return undefined;
  return [...around, ...withoutIndex(segmentsOf(parts[folders] ?? ''))];
};

const withoutIndex = (segments: Segment[]): Segment[] => {
  const last = segments.at(-1);
  return last !== undefined && INDEX.test(last.raw) ? segments.slice(0, -1) : segments;
};
