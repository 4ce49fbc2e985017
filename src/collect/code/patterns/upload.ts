import type { Expr, Fn, Module } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { bindingOf } from '../program/scope.ts';
import { expressionsOf, textOf } from '../visit.ts';
import { optionsOf } from './cookie/options.ts';
import type { PatternFinder, Spot } from './spot.ts';
import { isStartedByHand } from './told/server.ts';

type Call = Extract<Expr, { k: 'call' }>;

const WRITES = /^fs(?:\/promises)?[.:](?:promises\.)?(?:writeFile|createWriteStream|appendFile)(?:Sync)?$|^Bun\.write$/;
const MOVES = /^fs(?:\/promises)?[.:](?:promises\.)?(?:rename|copyFile)(?:Sync)?$/;
const METHODS = new Set<unknown>(
  ['writeFile', 'createWriteStream', 'appendFile', 'rename', 'copyFile'].flatMap((name) => [name, `${name}Sync`]),
)
  .add('write')
  .add('mv');
/** These put paths together and take nothing away. */
const JOINS = /^(?:path[.:])?(?:posix\.|win32\.)?(?:join|resolve|normalize)$|^String$/;
const READS_FORM = new Set<unknown>(['get', 'getAll']);

/** Files of callers that are kept without a look at their name, their size or their type. */
export const uncheckedUpload: PatternFinder = (spot) => {
  const { m, e } = spot;
  if (e.k !== 'call' || isStartedByHand(m.path)) return undefined;
  const at = { path: m.path, line: e.at };
  const name = writtenName(spot, e);
  if (name !== undefined) return { kind: 'upload', what: name, tells: ['name'], at };
  const lacks = ofMulter(spot, e);
  return lacks.length === 0 ? undefined : { kind: 'upload', what: 'multer', tells: lacks, at };
};

/** The client’s own name of a file, where a file is written under it. */
const writtenName = ({ program, m, fn }: Spot, e: Call): string | undefined => {
  if (e.f.k === 'mem' && !METHODS.has(e.f.p)) return undefined;
  const path = pathOf(program.resolve(m, fn, e.f)) ?? '';
  const target = WRITES.test(path) ? e.a[0] : MOVES.test(path) ? e.a[1] : isMove(e) ? e.a[0] : undefined;
  return target === undefined ? undefined : clientName({ program, m, fn }, target);
};

/** `req.files.photo.mv('./uploads/…')` of express-fileupload. */
const isMove = ({ f, a }: Call): boolean => f.k === 'mem' && f.p === 'mv' && a.length > 0;

interface Place {
  program: Spot['program'];
  m: Module;
  fn: Fn | undefined;
}

const clientName = (place: Place, e: Expr, depth = 0): string | undefined => {
  if (depth > 6) return undefined;
  const into = (parts: readonly Expr[]): string | undefined => {
    for (const part of parts) {
      const found = clientName(place, part, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (e.k) {
    case 'mem': {
      if (e.p === 'originalFilename') return `${shown(e.o)}.originalFilename`;
      return e.p === 'name' && isFormFile(place, e.o) ? `${shown(e.o)}.name` : undefined;
    }
    case 'tpl':
      return into(e.e);
    case 'bin':
      return e.op === '+' || e.op === '||' || e.op === '??' ? into([e.l, e.r]) : undefined;
    case 'call':
      return JOINS.test(pathOf(place.program.resolve(place.m, place.fn, e.f)) ?? '') ? into(e.a) : undefined;
    case 'id': {
      const binding = bindingOf(place.m, place.fn, e.n);
      if (binding?.b !== 'value' || binding.e === undefined || binding.many === true) return undefined;
      const [member] = binding.path;
      if (member === undefined) return into([binding.e]);
      return binding.path.length === 1 && member === 'name' && isFormFile(place, binding.e)
        ? `${shown(binding.e)}.name`
        : undefined;
    }
    default:
      return undefined;
  }
};

/** A file of a form as the platform hands it out: its name is as it was sent, folders and dots included. */
const isFormFile = ({ m, fn }: Place, e: Expr): boolean => {
  const from = e.k === 'id' ? bindingOf(m, fn, e.n) : undefined;
  const value = from?.b === 'value' && from.path.length === 0 ? from.e : e;
  return (
    value?.k === 'call' && value.f.k === 'mem' && READS_FORM.has(value.f.p) && /form|data$/i.test(shown(value.f.o))
  );
};

const shown = (e: Expr): string => {
  if (e.k === 'id') return e.n;
  if (e.k === 'mem') return `${shown(e.o)}.${typeof e.p === 'string' ? e.p : (textOf(e.p) ?? '…')}`;
  return e.k === 'await' ? shown(e.e) : e.k === 'call' ? `${shown(e.f)}()` : '…';
};

/** What `multer(options)` leaves open. Whoever reads a type somewhere in that file is believed to check it. */
const ofMulter = ({ program, m, fn }: Spot, e: Call): readonly string[] => {
  if (e.f.k !== 'id' || pathOf(program.resolve(m, fn, e.f)) !== 'multer') return [];
  const options = optionsOf({ program, m, fn }, e.a[0]);
  if (options === undefined) return [];
  const storage = options.get('storage');
  const isKept = options.has('dest') || (storage !== undefined && !isInMemory({ program, m, fn }, storage));
  const limits = optionsOf({ program, m, fn }, options.get('limits'));
  return [
    ...(limits === undefined || limits.has('fileSize') ? [] : ['size']),
    ...(isKept && !options.has('fileFilter') && !looksAtType(m) ? ['type'] : []),
  ];
};

const isInMemory = ({ program, m, fn }: Place, e: Expr): boolean => {
  const ref = program.resolve(m, fn, e);
  return ref.r === 'result' ? /memoryStorage/.test(pathOf(ref.of) ?? '') : ref.r === 'unknown';
};

const looksAtType = (m: Module): boolean => {
  for (const { e } of expressionsOf(m)) if (e.k === 'mem' && (e.p === 'mimetype' || e.p === 'mimeType')) return true;
  return m.imports.some(({ from }) => from === 'file-type' || from === 'sharp');
};
