import { describe, expect, test } from 'vitest';
import type { Expr, Module } from '../ir.ts';
import { parseModule } from '../parse.ts';
import { expressionsOf, textOf } from '../visit.ts';

const callsIn = (module: Module): string[] => {
  const nameOf = (e: Expr): string =>
    e.k === 'id'
      ? e.n
      : e.k === 'mem'
        ? `${nameOf(e.o)}.${typeof e.p === 'string' ? e.p : '[]'}`
        : e.k === 'call'
          ? `${nameOf(e.f)}()`
          : e.k;
  return [...expressionsOf(module)].flatMap(({ e, fn }) =>
    e.k === 'call' ? [`${fn?.name ?? 'top'}: ${nameOf(e.f)} ${e.at}`] : [],
  );
};

describe('a module', () => {
  test('keeps what runs, where it stands, and leaves types and drawing out', async () => {
    const module = await parseModule(
      'a.tsx',
      `'use server';
import express, { Router as R, type Request } from 'express';
import * as db from './db';
export { b as GET } from './b';
export * from './c';
type X = { a: string };
export const POST = async ({ body: { id = first(), ...rest } }: Request) => {
  if (!id) return new Response('no', { status: 400 });
  for (const row of await db.rows(id)) send(row as X);
  return <Page onClick={() => go(id)}>text</Page>;
};
export default class Shop extends Base { @Get(':id') async one(@Param('id') id: string) { return this.orders!.find(id)?.name; } constructor(private readonly orders: OrdersService) { super(); } }
`,
    );
    expect(module.directives).toEqual(['use server']);
    expect(module.imports.map(({ local, name, from, typeOnly }) => [local, name, from, typeOnly === true])).toEqual([
      ['express', 'default', 'express', false],
      ['R', 'Router', 'express', false],
      ['Request', 'Request', 'express', true],
      ['db', '*', './db', false],
    ]);
    expect(module.exports.map(({ name, from, local }) => [name, from ?? local])).toEqual([
      ['GET', './b'],
      ['*', './c'],
      ['POST', 'POST'],
      ['default', 'Shop'],
    ]);
    expect(callsIn(module)).toEqual(
      expect.arrayContaining([
        'POST: first 7',
        'POST: Response 8',
        'POST: db.rows 9',
        'POST: send 9',
        'onClick: go 10',
        'one: this.orders.find 12',
      ]),
    );
    const [shop] = module.classes;
    const decorator = shop?.members[0]?.decorators?.[0]?.e;
    expect(decorator?.k === 'call' && textOf(decorator.a[0])).toBe(':id');
    const construct = module.fns.find(({ name }) => name === 'constructor');
    expect(construct?.params[0]).toMatchObject({ type: 'OrdersService', pat: { p: 'id', n: 'orders' } });
  });

  test.each([
    ['an error behind a route', `app.get('/a', ok);\nconst x = ;\napp.get('/b', ok);`],
    ['JSX in a .js file with a mistake', `app.get('/a', ok);\nconst e = <a>{</a>;`],
    ['a brace too few at its end', `app.get('/a', ok);\nfunction f() {\n  if (x) {\n}\n`],
  ])('with %s is partial and keeps what stands before', async (_, text) => {
    const module = await parseModule('a.js', text);
    expect(module.partial).toBeDefined();
    expect(callsIn(module)).toContain('top: app.get 1');
  });

  test.each([
    ['nested brackets', `x = ${'['.repeat(5_000)}${']'.repeat(5_000)};`],
    ['a long chain', `x = a${'.b()'.repeat(5_000)};`],
    ['nested functions', `${'(() => '.repeat(1_000)}1${')'.repeat(1_000)};`],
    ['no text', ''],
    ['bytes', '\u0000\u0001\uFFFF'],
  ])('of %s does not end the program', async (_, text) => {
    expect((await parseModule('a.ts', text)).path).toBe('a.ts');
  });
});
