import { describe, expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { expressionsOf } from '../visit.ts';
import type { Program } from './program.ts';
import { pathOf } from './ref.ts';

/** What the call of `probe(…)` in a file is given comes to. */
const probed = (program: Program, path: string): unknown[] => {
  const module = program.modules.get(path)!;
  return [...expressionsOf(module)].flatMap(({ e, fn }) =>
    e.k === 'call' && e.f.k === 'id' && e.f.n === 'probe'
      ? e.a.map((given) => {
          const ref = program.resolve(module, fn, given);
          return pathOf(ref) ?? (ref.r === 'fn' ? `${ref.m.path} ${ref.fn.name}` : ref.r === 'value' ? ref.e : ref.r);
        })
      : [],
  );
};

describe('names', () => {
  test('are followed through files, aliases, workspaces and CommonJS', async () => {
    const program = await programOf({
      'package.json': '{"name":"root","workspaces":["packages/*"]}',
      'tsconfig.json': '{ // comment\n "compilerOptions": { "paths": { "@app/*": ["./src/*"], }, } }',
      'packages/db/package.json': '{"name":"@acme/db","exports":{".":{"import":"./dist/index.js"}}}',
      'packages/db/src/index.ts': `import { PrismaClient } from '@prisma/client'; export const prisma = new PrismaClient();`,
      'src/guards.ts': `export function requireUser() {}\nexport { requireUser as again };`,
      'src/barrel.ts': `export * from './guards.js';`,
      'src/old.js': `const express = require('express'); module.exports = { make: () => 1, router: express.Router() };`,
      'src/a.ts': `
import { prisma } from '@acme/db';
import { again } from '@app/barrel';
import express, { Router } from 'express';
import * as all from './guards';
const { router, make } = require('./old');
const LIMITS = { login: { max: 5 } } as const;
const r = Router();
export async function run({ body }: Req) {
  const { order: table } = prisma;
  probe(prisma.order.findMany, again, express.Router, r.get, all.requireUser, router.use, make, LIMITS.login.max, table, (await import('./guards')).requireUser, process.env.KEY, body);
}`,
    });
    expect(probed(program, 'src/a.ts')).toEqual([
      '@prisma/client:PrismaClient().order.findMany',
      'src/guards.ts requireUser',
      'express:Router',
      'express:Router().get',
      'src/guards.ts requireUser',
      'express:Router().use',
      'src/old.js make',
      { k: 'lit', v: 5, at: 7 },
      '@prisma/client:PrismaClient().order',
      'src/guards.ts requireUser',
      'process.env.KEY',
      'member',
    ]);
  });

  test('of enums are their values', async () => {
    const program = await programOf({
      'kinds.ts': `export enum Kind { A = 'a', B = 4, C }\nexport declare enum Gone { X }`,
      'a.ts': `import { Kind } from './kinds';\nprobe(Kind.A, Kind.C);`,
    });
    expect(probed(program, 'a.ts')).toMatchObject([
      { k: 'lit', v: 'a' },
      { k: 'lit', v: 5 },
    ]);
  });

  test('that go round in circles, or out of the repository, come to nothing', async () => {
    const program = await programOf({
      'tsconfig.json': '{"compilerOptions":{"paths":{"@x/*":["../../../etc/*"]}},"extends":"./tsconfig.json"}',
      'a.ts': `export { b as a } from './b';\nimport { q } from '@x/passwd';\nimport { z } from '../../z';\nconst c = d; const d = c;\nprobe(q, z, c);`,
      'b.ts': `export { a as b } from './a';\nimport { b } from './a';\nprobe(b);`,
    });
    expect(probed(program, 'a.ts')).toEqual(['@x/passwd:q', 'unknown', 'unknown']);
    expect(probed(program, 'b.ts')).toEqual(['unknown']);
  });

  test('through barrels that export each other come to what one of them has, whichever is asked first', async () => {
    const program = await programOf({
      'a.ts': `export * from './b';\nexport * from './c';`,
      'b.ts': `export * from './a';`,
      'c.ts': `export const found = 'c';`,
      'd.ts': `import { found as viaA } from './a';\nimport { found as viaB } from './b';\nimport { gone } from './b';\nprobe(viaA, viaB, gone);`,
    });
    expect(probed(program, 'd.ts')).toMatchObject([{ v: 'c' }, { v: 'c' }, 'unknown']);
  });

  test('that hundreds of barrels pass round, or that double at each step, end soon', async () => {
    const many = Array.from({ length: 120 }, (_, at) => at);
    const program = await programOf({
      ...Object.fromEntries(
        many.map((at) => [`b${at}.ts`, many.map((other) => `export * from './b${other}';`).join('\n')]),
      ),
      'a.ts': `import { gone } from './b0';\nconst s0 = {};\n${many
        .map((at) => `const s${at + 1} = { ...s${at}, ...s${at} };`)
        .join('\n')}\nprobe(gone, s120.gone, s3.gone);`,
    });
    expect(probed(program, 'a.ts')).toEqual(['unknown', 'member', 'member']);
  });

  test('of the server of a Nuxt app are there without an import', async () => {
    const program = await programOf({
      'package.json': '{"dependencies":{"nuxt":"4.0.0"}}',
      'server/utils/auth.ts': 'export async function requireSeller(event) {}',
      'server/utils/deep/limit.ts': 'export default function () {}',
      'layers/base/package.json': '{"dependencies":{"nuxt":"4.0.0"}}',
      'layers/base/server/utils/base.ts': 'export const ofBase = () => {};',
      'server/api/a.ts': 'probe(requireSeller, limit, ofBase, other);',
      'layers/base/server/api/b.ts': 'probe(requireSeller);',
      'app/pages/c.ts': 'probe(requireSeller);',
      'elsewhere/package.json': '{}',
      'elsewhere/utils/d.ts': 'probe(requireSeller);',
    });
    expect(probed(program, 'server/api/a.ts')).toEqual([
      'server/utils/auth.ts requireSeller',
      'server/utils/deep/limit.ts default',
      'layers/base/server/utils/base.ts ofBase',
      'other',
    ]);
    expect(probed(program, 'layers/base/server/api/b.ts')).toEqual(['server/utils/auth.ts requireSeller']);
    expect(probed(program, 'app/pages/c.ts')).toEqual(['requireSeller']);
    expect(probed(program, 'elsewhere/utils/d.ts')).toEqual(['requireSeller']);
  });
});
