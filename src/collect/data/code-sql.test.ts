import { expect, test } from 'vitest';
import { sqlInCode } from './code-sql.ts';

test('Knex: literals are read, what is built is said', async () => {
  const { statements, open } = await sqlInCode(
    'migrations/1.js',
    "exports.up = async (knex) => {\n  await knex.raw('alter table orders enable row level security');\n  await knex.raw(`drop table ${name}`);\n  await knex.schema.createTable('t', (table) => { table.increments(); });\n};\nexports.down = (knex) => knex.raw('drop table orders');",
  );
  expect(statements).toEqual([
    { text: 'alter table orders enable row level security', line: 2 },
    { text: 'create table "t" ("id" serial primary key)', line: 4 },
  ]);
  expect(open).toEqual([{ line: 3, what: 'raw(…)' }]);
});

test('TypeORM: only the way up', async () => {
  const { statements } = await sqlInCode(
    'migrations/1.ts',
    'export class A1 implements MigrationInterface {\n  async up(queryRunner: QueryRunner) {\n    await queryRunner.query(`create table a (id int)`);\n  }\n  async down(queryRunner: QueryRunner) {\n    await queryRunner.query(`drop table a`);\n  }\n}',
  );
  expect(statements).toEqual([{ text: 'create table a (id int)', line: 3 }]);
});

test('Kysely: sql`…`', async () => {
  const { statements, open } = await sqlInCode(
    'migrations/1.ts',
    "import { sql, type Kysely } from 'kysely';\nexport async function up(db: Kysely<unknown>) {\n  await sql`create table a (id int)`.execute(db);\n  await sql`insert into a values (${1})`.execute(db);\n}",
  );
  expect(statements).toEqual([{ text: 'create table a (id int)', line: 3 }]);
  expect(open).toEqual([{ line: 4, what: 'sql`…` with values' }]);
});
