import type { Program } from '../../program/program.ts';
import { saysOf } from '../told/names.ts';

export interface PrismaModel {
  /** Columns that hold a password’s hash, a token or a key. */
  secrets: readonly string[];
  /** The model behind each field that is a relation. */
  relations: ReadonlyMap<string, string>;
}

const known = new WeakMap<Program, ReadonlyMap<string, PrismaModel>>();

const MODEL = /^model\s+(\w+)\s*\{([^}]*)\}/gm;
const FIELD = /^\s+(\w+)\s+(\w+)/;

export const isSecretColumn = (name: string): boolean => {
  const told = saysOf(name);
  return (told === 'password' || told === 'token' || told === 'key') && !/url|link/i.test(name);
};

/** The models of all Prisma schemas of the repository, by the name that the client has for them: `user`. */
export const prismaModels = (program: Program): ReadonlyMap<string, PrismaModel> => {
  const found = known.get(program);
  if (found !== undefined) return found;
  const bodies = new Map<string, string>();
  for (const [path, text] of program.configs)
    if (path.endsWith('.prisma'))
      for (const [, name = '', body = ''] of text.slice(0, 500_000).matchAll(MODEL)) bodies.set(name, body);
  const models = new Map<string, PrismaModel>();
  for (const [name, body] of bodies) {
    const fields = body.split('\n').flatMap((line) => {
      const [, field = '', type = ''] = FIELD.exec(line) ?? [];
      return field === '' ? [] : [{ field, type }];
    });
    models.set(name.charAt(0).toLowerCase() + name.slice(1), {
      secrets: fields.flatMap(({ field, type }) => (type === 'String' && isSecretColumn(field) ? [field] : [])),
      relations: new Map(
        fields.flatMap(({ field, type }) =>
          bodies.has(type) ? [[field, type.charAt(0).toLowerCase() + type.slice(1)] as const] : [],
        ),
      ),
    });
  }
  known.set(program, models);
  return models;
};
