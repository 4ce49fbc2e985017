import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { propOf, textOf } from '../visit.ts';
import type { PatternFinder, Spot } from './spot.ts';
import { isForDevelopers } from './told/developers.ts';
import { isStartedByHand } from './told/server.ts';

/** A folder of the project itself, handed out file by file: `express.static('.')`, `express.static(__dirname)`. */
export const projectServed: PatternFinder = (spot) => {
  const { m, fn, e } = spot;
  const folder = folderOf(spot);
  const what = folder === undefined ? undefined : projectFolder(spot, folder);
  if (what === undefined || isStartedByHand(m.path) || isForDevelopers(m, fn, e)) return undefined;
  return { kind: 'project-served', what, at: { path: m.path, line: e.at } };
};

const METHODS = new Set<unknown>(['static', 'serveStatic', 'forRoot', 'register', 'default']);

/** The folder that a call hands out. */
const folderOf = ({ program, m, fn, e }: Spot): Expr | undefined => {
  if (e.k !== 'call' || (e.f.k === 'mem' && !METHODS.has(e.f.p))) return undefined;
  const path = pathOf(program.resolve(m, fn, e.f)) ?? '';
  if (/^(?:express[.:]static|serve-static|koa-static|sirv)$/.test(path)) return e.a[0];
  if (/^(?:hono\/|@hono\/).*:serveStatic$/.test(path)) return propOf(e.a[0], 'root');
  if (path === '@nestjs/serve-static:ServeStaticModule.forRoot') return propOf(e.a[0], 'rootPath');
  const isPlugin =
    e.f.k === 'mem' && e.f.p === 'register' && e.a[0] !== undefined
      ? pathOf(program.resolve(m, fn, e.a[0])) === '@fastify/static'
      : false;
  return isPlugin ? propOf(e.a[1], 'root') : undefined;
};

const HERE = /^\.{1,2}(?:\/\.\.)*\/?$|^\/$/;

/** How the code names the folder, where it is that of the code or the one above. */
const projectFolder = ({ program, m, fn }: Spot, e: Expr): string | undefined => {
  const text = textOf(e);
  if (text !== undefined) return HERE.test(text) ? `'${text}'` : undefined;
  const ref = e.k === 'id' ? program.resolve(m, fn, e) : undefined;
  if (ref?.r === 'value') return HERE.test(textOf(ref.e) ?? '') ? `'${textOf(ref.e) ?? ''}'` : undefined;
  const path = pathOf(program.resolve(m, fn, e)) ?? '';
  if (path === '__dirname' || path === 'process.cwd()') return path;
  if (e.k === 'mem' && e.p === 'dirname') return 'import.meta.dirname';
  if (e.k !== 'call' || !/^path[.:](?:join|resolve|normalize)$/.test(pathOf(program.resolve(m, fn, e.f)) ?? ''))
    return undefined;
  const parts = e.a.map(
    (part, index) => (index === 0 ? projectFolder({ program, m, fn, e }, part) : undefined) ?? textOf(part),
  );
  const rest = e.a.slice(1).map(textOf);
  return parts[0] !== undefined && rest.every((part) => part !== undefined && HERE.test(part)) && isFolder(e.a[0])
    ? parts.join('/')
    : undefined;
};

const isFolder = (e: Expr | undefined): boolean =>
  e !== undefined && (textOf(e) === undefined || HERE.test(textOf(e) ?? ''));
