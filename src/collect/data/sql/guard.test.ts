import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, expect, test } from 'vitest';
import { judgeStatement } from './guard.ts';
import { isTree } from './tree.ts';

beforeAll(loadModule);

const judged = (sql: string): string => {
  const [first] = parseSync(sql).stmts ?? [];
  const stmt: unknown = isTree(first) ? first['stmt'] : undefined;
  if (!isTree(stmt)) throw new Error(`no statement: ${sql}`);
  const answer = judgeStatement(stmt, sql);
  return answer.run ? 'runs' : answer.idle ? 'idle' : answer.reason;
};

test.each([
  [`copy t to program 'id'`, 'it runs a program (COPY … PROGRAM)'],
  [`copy (select 1) to program 'curl x'`, 'it runs a program (COPY … PROGRAM)'],
  [`copy t from '/etc/passwd'`, 'it reads or writes a file'],
  ['select pg_sleep(1000)', 'it calls pg_sleep()'],
  ["select pg_catalog.pg_sleep_for(interval '1 day')", 'it calls pg_sleep_for()'],
  [`insert into t select pg_read_file('/etc/passwd')`, 'it calls pg_read_file()'],
  [`create view v as select lo_import('/etc/passwd')`, 'it calls lo_import()'],
  [`select * from dblink('host=x', 'select 1') as t(a int)`, 'it calls dblink()'],
  [`do $$ begin perform pg_sleep(10); end $$`, 'it uses pg_sleep('],
  [`do $$ begin execute 'copy t to program ''id'''; end $$`, 'it uses copy t to program'],
  [
    `create function f() returns void language plpgsql as $$ begin execute 'copy t from ''/etc/passwd'''; end $$`,
    `its text uses copy t from ''/`,
  ],
  [`create function f() returns int language c as 'x', 'y'`, 'it is written in c'],
  [`create function f() returns int language plpython3u as 'import os'`, 'it is written in plpython3u'],
  [`load 'plugin'`, 'it reaches outside of the database'],
  ['alter system set x = 1', 'it reaches outside of the database'],
])('%s is refused', (sql, reason) => {
  expect(judged(sql)).toBe(reason);
});

test.each([
  'create table sleepers (pg_sleep int)',
  `select 'pg_sleep(1)'`,
  'alter table t enable row level security',
  'create function f() returns int language sql as $$ select 1 $$',
])('%s runs', (sql) => {
  expect(judged(sql)).toBe('runs');
});

test.each(['begin', 'commit', 'vacuum t', `comment on table t is 'x'`])('%s means nothing here', (sql) => {
  expect(judged(sql)).toBe('idle');
});
