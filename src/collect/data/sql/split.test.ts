import { expect, test } from 'vitest';
import { splitStatements, withoutPsql } from './split.ts';

const cut = (text: string): string[] => splitStatements(text).map((one) => one.text);

test('statements end at semicolons that stand outside of everything', () => {
  expect(cut(`select 1; select ';'; select "a;b";`)).toEqual(['select 1', `select ';'`, 'select "a;b"']);
  expect(cut('do $$ begin perform 1; end $$; select 2')).toEqual(['do $$ begin perform 1; end $$', 'select 2']);
  expect(cut('select $body$ a $$ ; $$ b $body$; select 2')).toHaveLength(2);
  expect(cut(`select E'it\\'s; one'; select 2`)).toHaveLength(2);
  expect(cut(`select 'it''s; one'; select 2`)).toHaveLength(2);
  expect(cut('create rule r as on insert to t do also (select 1; select 2); select 3')).toHaveLength(2);
});

test('comments are no statements, and those of C nest', () => {
  expect(cut('-- one; two\n/* a /* b; */ c; */ select 1; -- end')).toEqual(['select 1']);
});

test('what never closes is one statement', () => {
  expect(cut(`select 'open; select 2`)).toHaveLength(1);
  expect(cut('do $$ begin; select 2')).toHaveLength(1);
});

test('lines are those of the first word', () => {
  expect(splitStatements('-- head\n\nselect 1;\n\n  select 2;').map((one) => one.line)).toEqual([3, 5]);
});

test('what only psql reads is left out, and lines stay the same', () => {
  const text = withoutPsql('\\connect app\nCOPY public.t (a) FROM stdin;\n1\n2; drop\n\\.\nselect 3;');
  expect(splitStatements(text)).toEqual([{ text: 'select 3', line: 6 }]);
});
