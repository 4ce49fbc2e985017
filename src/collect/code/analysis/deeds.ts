import type { AccessDeed } from '../../../model/evidence/code.ts';

/** What the verbs of each library do. */

export const PRISMA: Readonly<Record<string, AccessDeed>> = {
  findUnique: 'find',
  findUniqueOrThrow: 'find',
  findFirst: 'find',
  findFirstOrThrow: 'find',
  findMany: 'list',
  count: 'list',
  aggregate: 'list',
  groupBy: 'list',
  create: 'create',
  createMany: 'create',
  createManyAndReturn: 'create',
  update: 'update',
  updateMany: 'update',
  upsert: 'update',
  delete: 'delete',
  deleteMany: 'delete',
};

export const MONGOOSE: Readonly<Record<string, AccessDeed>> = {
  findById: 'find',
  findOne: 'find',
  find: 'list',
  countDocuments: 'list',
  aggregate: 'list',
  create: 'create',
  insertMany: 'create',
  findByIdAndUpdate: 'update',
  findOneAndUpdate: 'update',
  findOneAndReplace: 'update',
  updateOne: 'update',
  updateMany: 'update',
  replaceOne: 'update',
  findByIdAndDelete: 'delete',
  findByIdAndRemove: 'delete',
  findOneAndDelete: 'delete',
  deleteOne: 'delete',
  deleteMany: 'delete',
};

export const SEQUELIZE: Readonly<Record<string, AccessDeed>> = {
  findByPk: 'find',
  findOne: 'find',
  findAll: 'list',
  findAndCountAll: 'list',
  count: 'list',
  findOrCreate: 'create',
  create: 'create',
  bulkCreate: 'create',
  update: 'update',
  upsert: 'update',
  destroy: 'delete',
};

export const TYPEORM: Readonly<Record<string, AccessDeed>> = {
  findOne: 'find',
  findOneBy: 'find',
  findOneOrFail: 'find',
  findOneByOrFail: 'find',
  find: 'list',
  findBy: 'list',
  findAndCount: 'list',
  count: 'list',
  save: 'update',
  insert: 'create',
  update: 'update',
  upsert: 'update',
  delete: 'delete',
  remove: 'delete',
  softDelete: 'delete',
};

export const KYSELY: Readonly<Record<string, AccessDeed>> = {
  selectFrom: 'list',
  insertInto: 'create',
  updateTable: 'update',
  deleteFrom: 'delete',
  replaceInto: 'update',
};

export const SUPABASE: Readonly<Record<string, AccessDeed>> = {
  select: 'list',
  insert: 'create',
  update: 'update',
  upsert: 'update',
  delete: 'delete',
};
