import { bracketSegment } from '../files/bracket-path.ts';

export interface RouteFile {
  path: string;
  /** `*` where the name of the file says none. */
  method: string;
}

const SUFFIX = /(?:\.(connect|delete|get|head|options|patch|post|put|trace))?(?:\.(dev|prod|prerender))?$/;

/**
 * What a file answers: `api/orders/[id].delete.ts`. Undefined for those that run in development or while building only. `file` begins below the folder
 * of the server. https://nitro.build/guide/routing
 */
export const routeFile = (file: string): RouteFile | undefined => {
  const bare = file.replace(/\.[A-Za-z]+$/, '').replaceAll(/\([^(/]+\)\//g, '');
  const [suffix = '', method = '*', mode] = SUFFIX.exec(bare) ?? [];
  if (mode === 'dev' || mode === 'prerender') return undefined;
  const named = bare.slice(0, bare.length - suffix.length).replace(/^routes\//, '');
  const parts = named.replace(/(?:^|\/)index$/, '').split('/');
  return {
    path: `/${parts
      .filter((one) => one !== '')
      .map(bracketSegment)
      .join('/')}`,
    method: method.toUpperCase(),
  };
};
