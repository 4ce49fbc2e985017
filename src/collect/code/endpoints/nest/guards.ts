import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import type { Step } from '../raw.ts';
import { classOf, foreignBase, methodsOf } from './classes.ts';
import type { Written } from './decorators.ts';

/** A method of the class behind an expression as a step; without one what the class extends, or the expression as it is. */
export const classStep = (
  program: Program,
  { m, fn, e }: { m: Module; fn: Fn | undefined; e: Expr },
  method: string,
  by: Step['by'],
): Step => {
  const placed = classOf(program, program.resolve(m, fn, e));
  if (placed === undefined) return { e, m, fn, by };
  const found = methodsOf(program, placed).find(({ member }) => member.name === method);
  const { name } = placed.c;
  if (found !== undefined)
    return {
      e: { k: 'fn', id: found.fn.id, at: found.fn.at },
      m: found.m,
      fn: undefined,
      by,
      ...(name === undefined ? {} : { name }),
    };
  const base = foreignBase(program, placed);
  return base === undefined ? { e, m, fn, by } : { ...base, by };
};

/** Decorators that describe, validate or change what passes, and keep nobody out. */
const DESCRIBES =
  /^(?:@nestjs\/(?:common|swagger|graphql|core|websockets|mapped-types|microservices|cache-manager|schedule|typeorm|mongoose)|class-validator|class-transformer|typeorm|type-graphql(?!:Authorized)|@nestjs\/throttler:SkipThrottle|nestjs-zod|@nestjs\/platform-[\w-]+)(?::|$)/;

/** What is given to these stands in the way: of NestJS and of TypeGraphQL. */
const GUARDS: ReadonlyMap<string | undefined, string> = new Map([
  ['@nestjs/common:UseGuards', 'canActivate'],
  ['type-graphql:UseMiddleware', 'use'],
]);

/** Metadata that a guard reads: `@Public()`, `@Roles('admin')`. */
const TELLS = /^@nestjs\/(?:common:SetMetadata|core:Reflector\.createDecorator)/;

/** Guards in running order, and the decorators that guards read, as they are written. */
export const guardSteps = (program: Program, decorators: readonly Written[]): Step[] =>
  decorators.flatMap(({ e, m, parts }) => {
    const tells = parts.some(({ name }) => name !== undefined && (TELLS.test(name) || !DESCRIBES.test(name)));
    return [
      ...(tells ? [{ e, m, fn: undefined, by: 'decorator' as const }] : []),
      ...parts.flatMap(({ name, args, m: at, fn }) => {
        const method = GUARDS.get(name);
        return method === undefined
          ? []
          : args.map((arg) => classStep(program, { m: at, fn, e: arg }, method, 'decorator'));
      }),
    ];
  });
