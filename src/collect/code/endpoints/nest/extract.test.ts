import { describe, expect, test } from 'vitest';
import type { Expr, Module } from '../../ir.ts';
import { programOf } from '../../testing/program-of.ts';
import type { RawEndpoint } from '../raw.ts';
import { extractNest } from './extract.ts';

const show = (e: Expr, m: Module): string => {
  switch (e.k) {
    case 'id':
      return e.n;
    case 'call':
      return `${show(e.f, m)}(${e.a.map((one) => show(one, m)).join()})`;
    case 'lit':
      return String(e.v);
    case 'fn': {
      const fn = m.fns[e.id];
      const of = fn?.of === undefined ? undefined : m.classes[fn.of]?.name;
      return `${of ?? ''}.${fn?.name ?? ''}`;
    }
    default:
      return e.k;
  }
};

const line = ({ method, path, steps, confidence }: RawEndpoint): string =>
  `${method} ${path} = ${steps.map(({ e, m, by }) => `${by === 'decorator' || by === 'handler' ? '' : `${by} `}${show(e, m)}`).join(' > ')}${confidence === 'likely' ? ' (likely)' : ''}`;

const endpointsOf = async (files: Record<string, string>): Promise<string[]> =>
  extractNest(await programOf(files)).endpoints.map(line);

describe('controllers', () => {
  test('below prefix and version, behind global, class and method guards in running order', async () => {
    expect(
      await endpointsOf({
        'src/main.ts': `
import { NestFactory } from '@nestjs/core';
import { VersioningType } from '@nestjs/common';
import { AppModule } from './app.module';
const app = await NestFactory.create(AppModule);
app.setGlobalPrefix('api', { exclude: ['health', { path: 'hooks/*rest', method: RequestMethod.POST }] });
app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
app.useGlobalGuards(new ApiKeyGuard());
`,
        'src/app.module.ts': `
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtGuard } from './guards';
import { OrdersController, HealthController, controllers } from './orders';
@Module({ controllers: [OrdersController, HealthController, ...controllers], providers: [{ provide: APP_GUARD, useClass: JwtGuard }] })
export class AppModule {}
`,
        'src/guards.ts': `
import { SetMetadata, UseGuards, applyDecorators } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
export class JwtGuard extends AuthGuard('jwt') {}
class BaseGuard { canActivate() { return check(); } }
export class RolesGuard extends BaseGuard {}
export class OwnerGuard { canActivate(context) { throw new Error(); } }
export const Tenant = (kind) => { class TenantGuard { canActivate() {} } return TenantGuard; };
export const Public = () => SetMetadata('public', true);
export const Roles = (...roles: string[]) => applyDecorators(SetMetadata('roles', roles), UseGuards(RolesGuard));
export const Admin = () => { const all = [SetMetadata('admin', true)]; if (flag) all.push(UseGuards(MaybeGuard)); all.push(UseGuards(OwnerGuard)); return applyDecorators(...all); };
`,
        'src/orders.ts': `
import { Controller, Get, Post, Delete, All, Sse, Version, VERSION_NEUTRAL, UseGuards, UsePipes, Query } from '@nestjs/common';
import { OwnerGuard, Tenant, Public, Roles, Admin } from './guards';
import { Throttle } from '@nestjs/throttler';
enum Route { Orders = 'orders' }
@UseGuards(OwnerGuard, Tenant('a'))
@Controller(Route.Orders)
export class OrdersController {
  @Public() @Get() list(@Query('page') page: string) {}
  @UsePipes(P) @Roles('admin') @UseGuards(UnknownGuard) @Post([':id/pay', 'pay/:id(\\\\d+)']) pay() {}
  @Admin() @Version(['2', '3']) @Delete(':id') remove() {}
  @Throttle({}) @Sse('events') events() {}
  private helper() {}
}
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController { @All() check() {} }
@Controller('hooks') class Hooks { @Version(VERSION_NEUTRAL) @Post('stripe/x') pay() {} }
export const controllers = [Hooks];
@Controller('dead') class Dead { @Get() x() {} }
`,
      }),
    ).toEqual([
      'GET /api/v1/orders = base AuthGuard(jwt) > base ApiKeyGuard() > OwnerGuard.canActivate > TenantGuard.canActivate > Public() > OrdersController.list',
      ...['POST /api/v1/orders/{id}/pay', 'POST /api/v1/orders/pay/{id}'].map(
        (route) =>
          `${route} = base AuthGuard(jwt) > base ApiKeyGuard() > OwnerGuard.canActivate > TenantGuard.canActivate > UnknownGuard > Roles(admin) > BaseGuard.canActivate > OrdersController.pay`,
      ),
      ...['2', '3'].map(
        (version) =>
          `DELETE /api/v${version}/orders/{id} = base AuthGuard(jwt) > base ApiKeyGuard() > OwnerGuard.canActivate > TenantGuard.canActivate > Admin() > OwnerGuard.canActivate > OrdersController.remove`,
      ),
      'GET /api/v1/orders/events = base AuthGuard(jwt) > base ApiKeyGuard() > OwnerGuard.canActivate > TenantGuard.canActivate > Throttle(obj) > OrdersController.events',
      '* /health = base AuthGuard(jwt) > base ApiKeyGuard() > HealthController.check',
      'POST /hooks/stripe/x = base AuthGuard(jwt) > base ApiKeyGuard() > Hooks.pay',
      'GET /api/v1/dead = base AuthGuard(jwt) > base ApiKeyGuard() > Dead.x (likely)',
    ]);
  });

  test('inherited ones, of mixins, behind the middlewares of modules and the paths of a router module', async () => {
    expect(
      await endpointsOf({
        'a.module.ts': `
import { Module, MiddlewareConsumer, RequestMethod } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { Users, Posts } from './controllers';
import { Auth, Log } from './middlewares';
@Module({ controllers: [Users] }) class UsersModule {}
@Module({ controllers: [Posts], imports: [UsersModule, RouterModule.register([{ path: 'admin', children: [{ path: 'u', module: UsersModule }] }])] })
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(Log).forRoutes('*');
    consumer.apply(Auth).exclude({ path: 'posts/open', method: RequestMethod.GET }).forRoutes(Posts, { path: 'users/:id', method: RequestMethod.PUT });
  }
}
`,
        'middlewares.ts': `export class Auth { use(req, res, next) { if (!req.user) throw new Error(); next(); } }\nexport const Log = (req, res, next) => next();`,
        'controllers.ts': `
import { Controller, Get, Put, UseGuards } from '@nestjs/common';
import { ReadOne } from './composed';
export const Crud = (dto) => {
  @UseGuards(BaseGuard)
  class Base { @Get(':id') one() {} @Put(':id') change() {} @Get() list() {} }
  return Base;
};
@UseGuards(OwnGuard)
@Controller('users') export class Users extends Crud(UserDto) { list() {} }
@Controller(['posts', 'articles']) export class Posts { @ReadOne('open') open() {} }
`,
        'composed.ts': `import { applyDecorators, Get } from '@nestjs/common'; import { ApiOkResponse } from '@nestjs/swagger';\nexport function ReadOne(path = '') { return applyDecorators(Get(path), ApiOkResponse()); }`,
      }),
    ).toEqual([
      'GET /admin/u/users/{id} = middleware Log > BaseGuard > OwnGuard > Base.one',
      'PUT /admin/u/users/{id} = middleware Log > middleware Auth.use > BaseGuard > OwnGuard > Base.change',
      'GET /posts/open = middleware Log > Posts.open',
      'GET /articles/open = middleware Log > middleware Auth.use > Posts.open',
    ]);
  });

  test('a prefix out of the configuration is likely only, and paths put together at run time are said', async () => {
    const { endpoints, unresolved } = extractNest(
      await programOf({
        'main.ts': `import { NestFactory } from '@nestjs/core'; import './c'; const app = await NestFactory.create(M); app.setGlobalPrefix(process.env.PREFIX || 'api');`,
        'c.ts': `
import { Controller, Get } from '@nestjs/common';
@Controller('a') class A { @Get(\`\${x}\`) one() {} @Get('two') two() {} }
@Controller(make()) class B { @Get() one() {} }
`,
        'own.ts': `const Controller = (x) => (c) => c; const Get = Controller; @Controller('x') class NotNest { @Get('y') y() {} }`,
      }),
    );
    expect(endpoints.map(line)).toEqual(['GET /api/a/two = A.two (likely)']);
    expect(unresolved.map(({ what }) => what)).toEqual([
      'a GET route whose path is put together at run time',
      'a controller whose path is put together at run time',
    ]);
  });
});

test('a guard that lets pass what is told of an endpoint, or what nothing is told of, is not in its way', async () => {
  const guards = `
import { SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
export const IS_PUBLIC = 'isPublic';
export const Public = (on = true) => SetMetadata(IS_PUBLIC, on);
export const Roles = Reflector.createDecorator<string[]>();
export class AuthGuard {
  canActivate(context) {
    const isPublic = this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()]);
    if (isPublic) return true;
    throw new UnauthorizedException();
  }
}
export class RolesGuard {
  canActivate(context) {
    const roles = this.reflector.get(Roles, context.getHandler());
    if (!roles || roles.length === 0) { log(); return true; }
    return roles.includes(context.user.role);
  }
}
`;
  expect(
    await endpointsOf({
      'guards.ts': guards,
      'app.ts': `
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ThrottlerGuard, SkipThrottle } from '@nestjs/throttler';
import { Controller, Get, Module } from '@nestjs/common';
import { AuthGuard, RolesGuard, Public, Roles } from './guards';
@Roles(['nobody asks the class']) @Controller('a') class A {
  @Get('plain') plain() {}
  @Public() @SkipThrottle() @Get('open') open() {}
  @Public(false) @Get('not-open') notOpen() {}
  @Roles(['admin']) @Get('admin') admin() {}
}
@Public() @Controller('b') class B { @Get() all() {} }
const providers = [
  { provide: APP_GUARD, useClass: ThrottlerGuard },
  { provide: APP_GUARD, useClass: AuthGuard },
  { provide: APP_GUARD, useClass: RolesGuard },
];
NestFactory.create(AppModule);
`,
    }),
  ).toEqual([
    'GET /a/plain = base ThrottlerGuard > base AuthGuard.canActivate > Roles(arr) > A.plain',
    'GET /a/open = Roles(arr) > Public() > A.open',
    'GET /a/not-open = base ThrottlerGuard > base AuthGuard.canActivate > Roles(arr) > Public(false) > A.notOpen',
    'GET /a/admin = base ThrottlerGuard > base AuthGuard.canActivate > base RolesGuard.canActivate > Roles(arr) > Roles(arr) > A.admin',
    'GET /b = base ThrottlerGuard > Public() > B.all',
  ]);
});

test('a guard that lets pass whoever sends nothing is not in the way', async () => {
  const endpoints = await endpointsOf({
    'a.ts': `
import { Controller, Get, UseGuards } from '@nestjs/common';
class Header { canActivate(context) { const request = context.switchToHttp().getRequest(); if (!request.headers['x-as']) { return true; } throw new ForbiddenException(); } }
class User { canActivate(context) { const { user } = context.switchToHttp().getRequest(); if (user === undefined) return true; return user.isActive; } }
class Config { canActivate(context) { if (!this.config.enabled) return true; throw new ForbiddenException(); } }
@Controller() class A { @UseGuards(Header, User, Config) @Get() one() {} }
`,
  });
  expect(endpoints).toEqual(['GET / = Config.canActivate > A.one']);
});

test('gateways and resolvers', async () => {
  expect(
    await endpointsOf({
      'main.ts': `import { NestFactory, APP_GUARD } from '@nestjs/core'; import './r'; import './g'; NestFactory.create(M); const p = { provide: APP_GUARD, useFactory: () => new AllGuard() };`,
      'g.ts': `
import { WebSocketGateway, SubscribeMessage } from '@nestjs/websockets';
import { UseGuards } from '@nestjs/common';
@WebSocketGateway(80, { namespace: 'chat' })
export class Chat { handleConnection(client) { verify(client); } @UseGuards(WsGuard) @SubscribeMessage('join') join() {} other() {} }
`,
      'r.ts': `
import { Resolver, Query, Mutation, ResolveField, Args } from '@nestjs/graphql';
import { UseGuards } from '@nestjs/common';
@Resolver(() => User)
export class UserResolver {
  @Query(() => User) me() {}
  @UseGuards(GqlGuard) @Mutation(() => User, { name: 'renameUser' }) rename(@Args('id') id: string) {}
  @ResolveField() posts() {}
}
`,
    }),
  ).toEqual([
    'CALL /chat#join = middleware Chat.handleConnection > WsGuard > Chat.join',
    'CALL Query.me = base .useFactory > UserResolver.me',
    'CALL Mutation.renameUser = base .useFactory > GqlGuard > UserResolver.rename',
  ]);
});
