import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { readCode } from '../read-code.ts';

const APP = `
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
class Throws { canActivate(context) { const { user } = context.switchToHttp().getRequest(); if (!user) throw new UnauthorizedException(); return true; } }
class SaysNo { canActivate(context) { const request = context.switchToHttp().getRequest(); if (!request.user) return false; return true; } }
class Decides { canActivate(context: ExecutionContext) { const request = context.switchToHttp().getRequest(); return ['admin'].includes(request.user.role); } }
class Graph { canActivate(context) { return Boolean(GqlExecutionContext.create(context).getContext().req.user); } }
class Counts { canActivate(context) { this.count++; return true; } }
@Controller() class Shop {
  @UseGuards(Throws) @Get('throws') a() {}
  @UseGuards(SaysNo) @Get('says-no') b() {}
  @UseGuards(Decides) @Get('decides') c() {}
  @UseGuards(Graph) @Get('graph') d() {}
  @UseGuards(Counts) @Get('counts') e() {}
}
NestFactory.create(AppModule);
`;

test('a guard of NestJS is known by what it throws or gives back', async () => {
  const { endpoints } = readCode({ program: await programOf({ 'app.ts': APP }), unread: [] });
  expect(
    endpoints.map(({ path, guards }) => [
      path,
      ...guards.map(({ kind, name, by, certain }) => [kind, name, by, certain]),
    ]),
  ).toEqual([
    ['/throws', ['session', 'Throws', 'decorator', true]],
    ['/says-no', ['session', 'SaysNo', 'decorator', true]],
    ['/decides', ['role', 'Decides', 'decorator', true]],
    ['/graph', ['session', 'Graph', 'decorator', true]],
    ['/counts'],
  ]);
});
