import type { Expr, Module } from '../../code/ir.ts';
import { type Chain, chainOf } from './chain.ts';
import { knexSql } from './knex.ts';
import { kyselySql } from './kysely.ts';
import { sequelizeSql } from './sequelize.ts';
import { typeormSql } from './typeorm.ts';

const ON_RUNNER =
  /^(?:createTable|dropTable|renameTable|addColumns?|dropColumns?|renameColumn|changeColumn|createForeignKeys?|dropForeignKey|createInd(?:ex|ices)|dropIndex|createPrimaryKey|createUniqueConstraint|createCheckConstraint)$/;
const ON_INTERFACE =
  /^(?:createTable|dropTable|renameTable|addColumn|removeColumn|renameColumn|changeColumn|addConstraint|removeConstraint|addIndex|removeIndex|bulkInsert|createFunction|addType)$/;

export interface Translated {
  /** The calls that it is made of, as the code has it: `createTable`. */
  what: string;
  /** Statements in order; null for each that is put together when it runs. */
  sql: readonly (string | null)[];
}

/** The SQL of a call of a schema builder: Knex, Kysely, TypeORM or Sequelize. Undefined for any other call. Nothing of the repository is run. */
export const translate = (module: Module, e: Expr, parameter: string | undefined): Translated | undefined => {
  const chain = chainOf(e);
  const what = chain?.links[0]?.name;
  if (chain === undefined || what === undefined) return undefined;
  const sql = sqlOf(module, chain, what, parameter);
  return sql === undefined ? undefined : { what, sql };
};

const sqlOf = (
  module: Module,
  chain: Chain,
  what: string,
  parameter: string | undefined,
): (string | null)[] | undefined => {
  if (chain.members.at(-1) === 'schema')
    return chain.links.some(({ name }) => name === 'execute') ? kyselySql(module, chain) : knexSql(module, chain);
  if (chain.root !== parameter || chain.members.length > 0) return undefined;
  if (module.imports.some(({ from }) => from === 'typeorm') && ON_RUNNER.test(what)) return typeormSql(chain);
  return ON_INTERFACE.test(what) ? sequelizeSql(chain) : undefined;
};
