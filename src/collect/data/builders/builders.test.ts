import { expect, test } from 'vitest';
import { sqlInCode } from '../code-sql.ts';

const sqlOf = async (text: string): Promise<string[]> => {
  const { statements, open } = await sqlInCode('migrations/1.ts', text);
  return [...statements.map((one) => one.text), ...open.map(({ line, what }) => `open ${line} ${what}`)];
};

test('Knex: tables, keys, defaults, changes', async () => {
  const text = `exports.up = async (knex) => {
  await knex.schema
    .createTable('users', (table) => {
      table.increments();
      table.string('email').notNullable().unique();
      table.timestamps(true, true);
    })
    .createTable('orders', (t) => {
      t.uuid('id').primary().defaultTo(knex.raw('gen_random_uuid()'));
      t.integer('user_id').notNullable().references('id').inTable('users').onDelete('CASCADE');
      t.enu('status', ['open', 'paid']).defaultTo('open');
      t.decimal('total', 10, 2);
      t.index(['status']);
    });
  await knex.schema.alterTable('orders', (t) => {
    t.text('note');
    t.dropColumn('total');
    t.foreign('user_id').references('id').inTable('users');
  });
  await knex.schema.dropTableIfExists('old');
};
exports.down = (knex) => knex.schema.dropTable('orders');`;
  expect(await sqlOf(text)).toEqual([
    'create table "users" ("id" serial primary key, "email" varchar(255) not null unique, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now())',
    `create table "orders" ("id" uuid default gen_random_uuid() primary key, "user_id" integer not null references "users" ("id") on delete CASCADE, "status" text default 'open' check ("status" in ('open', 'paid')), "total" numeric(10, 2))`,
    'alter table "orders" add column "note" text',
    'alter table "orders" add foreign key ("user_id") references "users" ("id")',
    'alter table "orders" drop column "total"',
    'drop table if exists "old"',
  ]);
});

test('Knex: what is decided when it runs is said, with its place', async () => {
  const text = `exports.up = async (knex) => {
  await knex.schema.createTable(NAME, (t) => { t.increments(); });
  await knex.schema.createTable('a', (t) => { for (const c of COLUMNS) t.text(c); });
  await knex.schema.createTable('b', (t) => { t.text('x'); addOwner(t); });
};`;
  expect(await sqlOf(text)).toEqual(['open 2 createTable(…)', 'open 3 createTable(…)', 'open 4 createTable(…)']);
});

test('Kysely', async () => {
  const text = `import { sql, type Kysely } from 'kysely';
export async function up(db: Kysely<any>) {
  await db.schema.createType('status').asEnum(['open', 'paid']).execute();
  await db.schema.createTable('orders').ifNotExists()
    .addColumn('id', 'uuid', (col) => col.primaryKey().defaultTo(sql\`gen_random_uuid()\`))
    .addColumn('buyer_id', 'integer', (col) => col.notNull().references('users.id').onDelete('cascade'))
    .addColumn('status', sql\`status\`, (col) => col.notNull().defaultTo('open'))
    .addUniqueConstraint('u', ['buyer_id', 'status'])
    .execute();
  await db.schema.alterTable('orders').addColumn('note', 'text').execute();
  await db.schema.createIndex('i').on('orders').column('status').execute();
  await sql\`alter table orders enable row level security\`.execute(db);
  await db.schema.createTable(name).execute();
}
export async function down(db: Kysely<any>) { await db.schema.dropTable('orders').execute(); }`;
  expect(await sqlOf(text)).toEqual([
    `create type "status" as enum ('open', 'paid')`,
    `create table if not exists "orders" ("id" uuid default gen_random_uuid() primary key, "buyer_id" integer not null references "users" ("id") on delete cascade, "status" status not null default 'open', unique ("buyer_id", "status"))`,
    'alter table "orders" add column "note" text',
    'alter table orders enable row level security',
    'open 13 createTable(…)',
  ]);
});

test('TypeORM', async () => {
  const text = `import { MigrationInterface, QueryRunner, Table, TableColumn, TableForeignKey } from 'typeorm';
export class A1 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(new Table({
      name: 'orders',
      columns: [
        { name: 'id', type: 'uuid', isPrimary: true, generationStrategy: 'uuid', default: 'uuid_generate_v4()' },
        { name: 'number', type: 'int', isGenerated: true },
        { name: 'buyer_id', type: 'uuid' },
        { name: 'note', type: 'varchar', length: '80', isNullable: true },
      ],
      foreignKeys: [{ columnNames: ['buyer_id'], referencedTableName: 'users', referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
    }), true);
    await queryRunner.addColumn('orders', new TableColumn({ name: 'paid', type: 'boolean', default: false }));
    await queryRunner.createForeignKey('orders', new TableForeignKey({ columnNames: ['x'], referencedTableName: 'y', referencedColumnNames: ['id'] }));
    await queryRunner.query('create view v as select 1');
    await queryRunner.addColumn('orders', columnOf('x'));
  }
  public async down(queryRunner: QueryRunner): Promise<void> { await queryRunner.dropTable('orders'); }
}`;
  expect(await sqlOf(text)).toEqual([
    'create table if not exists "orders" ("id" uuid default uuid_generate_v4() primary key, "number" serial not null, "buyer_id" uuid not null, "note" varchar(80), foreign key ("buyer_id") references "users" ("id") on delete CASCADE)',
    'alter table "orders" add column "paid" boolean not null default false',
    'alter table "orders" add foreign key ("x") references "y" ("id")',
    'create view v as select 1',
    'open 17 addColumn(…)',
  ]);
});

test('Sequelize', async () => {
  const text = `'use strict';
module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('Orders', {
      id: { allowNull: false, autoIncrement: true, primaryKey: true, type: Sequelize.INTEGER },
      buyerId: { type: Sequelize.UUID, allowNull: false, references: { model: 'Users', key: 'id' }, onDelete: 'CASCADE' },
      status: { type: Sequelize.ENUM('open', 'paid'), defaultValue: 'open' },
      total: { type: Sequelize.DECIMAL(10, 2) },
      note: Sequelize.TEXT,
      createdAt: { allowNull: false, type: Sequelize.DATE, defaultValue: Sequelize.literal('CURRENT_TIMESTAMP') },
    });
    await queryInterface.addColumn('Orders', 'paid', { type: Sequelize.BOOLEAN, defaultValue: false });
    await queryInterface.removeColumn('Orders', 'note');
    await queryInterface.bulkInsert('Orders', rows);
  },
  async down(queryInterface) { await queryInterface.dropTable('Orders'); },
};`;
  expect(await sqlOf(text)).toEqual([
    `create table if not exists "Orders" ("id" serial primary key, "buyerId" uuid not null references "Users" ("id") on delete CASCADE, "status" text default 'open' check ("status" in ('open', 'paid')), "total" numeric(10, 2), "note" text, "createdAt" timestamptz not null default CURRENT_TIMESTAMP)`,
    'alter table "Orders" add column "paid" boolean default false',
    'alter table "Orders" drop column "note"',
    'open 14 bulkInsert(…)',
  ]);
});
