import type { Program } from '../../program/program.ts';
import { propOf } from '../../visit.ts';
import { constantText } from '../path-text.ts';
import type { RawEndpoint } from '../raw.ts';
import type { NestApp } from './app.ts';
import { methodsOf } from './classes.ts';
import { classSteps, classTold, textGiven } from './controllers.ts';
import { argumentOf, decoratorsOf, type Applied } from './decorators.ts';
import { guardSteps } from './guards.ts';
import { inTheWay, toldBy } from './told.ts';

const RESOLVES = /^(?:@nestjs\/graphql|type-graphql):(Query|Mutation|Subscription)$/;
const RESOLVER = /^(?:@nestjs\/graphql|type-graphql):Resolver$/;

/** `@Query(() => User, { name: 'me' })`, `@Query('me')`; otherwise the method's name. */
const fieldOf = (program: Program, part: Applied, method: string): string => {
  const options = part.args.map((_, index) => argumentOf(part, index)).find((given) => given?.e.k === 'obj');
  const name =
    options === undefined ? undefined : constantText(program, options.m, options.fn, propOf(options.e, 'name'));
  return name ?? textGiven(program, part, 0) ?? method;
};

/** Fields of GraphQL's root types that classes resolve, those of TypeGraphQL too. Their path is `Query.me`. */
export const resolverEndpoints = (
  program: Program,
  appFor: (path: RawEndpoint['m']) => NestApp | undefined,
): RawEndpoint[] =>
  [...program.modules.values()].flatMap((m) =>
    m.classes.flatMap((c) => {
      const own = decoratorsOf(program, m, c.decorators).flatMap(({ parts }) => parts);
      if (!own.some(({ name }) => RESOLVER.test(name ?? ''))) return [];
      const before = [...(appFor(m)?.guards ?? []), ...classSteps(program, { m, c })];
      const toldOfClass = classTold(program, { m, c });
      return methodsOf(program, { m, c }).flatMap((one) => {
        const decorators = decoratorsOf(program, one.m, one.member.decorators);
        const told = [...toldOfClass, ...toldBy(program, decorators, 'method')];
        const steps: RawEndpoint['steps'] = [
          ...inTheWay(program, [...before, ...guardSteps(program, decorators)], told),
          { e: { k: 'fn', id: one.fn.id, at: one.fn.at }, m: one.m, fn: undefined, by: 'handler' },
        ];
        return decorators
          .flatMap(({ parts }) => parts)
          .flatMap((part): RawEndpoint[] => {
            const type = RESOLVES.exec(part.name ?? '')?.[1];
            if (type === undefined) return [];
            return [
              {
                framework: 'graphql',
                kind: 'resolver',
                method: 'CALL',
                path: `${type}.${fieldOf(program, part, one.member.name)}`,
                m: one.m,
                at: one.fn.at,
                steps,
                confidence: 'certain',
                unresolved: [],
              },
            ];
          });
      });
    }),
  );
