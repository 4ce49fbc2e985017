import type { Program } from '../../program/program.ts';
import { propOf } from '../../visit.ts';
import { constantText, joinPath } from '../path-text.ts';
import type { RawEndpoint, Step } from '../raw.ts';
import { methodsOf } from './classes.ts';
import { classSteps, classTold, textGiven } from './controllers.ts';
import { decoratorsOf, type Applied } from './decorators.ts';
import { guardSteps } from './guards.ts';
import { inTheWay, toldBy } from './told.ts';

const named = (parts: readonly Applied[], name: string): Applied | undefined =>
  parts.find((part) => part.name === name);

/**
 * Messages that gateways listen to. Guards of the whole app do not stand in front of them; what a gateway does when somebody connects does. Their
 * path is `/namespace#message`.
 */
export const gatewayEndpoints = (program: Program): RawEndpoint[] =>
  [...program.modules.values()].flatMap((m) =>
    m.classes.flatMap((c) => {
      if (!m.imports.some(({ from }) => from === '@nestjs/websockets')) return [];
      const gateway = named(
        decoratorsOf(program, m, c.decorators).flatMap(({ parts }) => parts),
        '@nestjs/websockets:WebSocketGateway',
      );
      if (gateway === undefined) return [];
      const options = gateway.args.find(({ k }) => k === 'obj');
      const namespace = constantText(program, gateway.m, gateway.fn, propOf(options, 'namespace')) ?? '';
      const placed = { m, c };
      const methods = methodsOf(program, placed);
      const connects = methods
        .filter(({ member }) => member.name === 'handleConnection')
        .map((one): Step => ({
          e: { k: 'fn', id: one.fn.id, at: one.fn.at },
          m: one.m,
          fn: undefined,
          by: 'middleware',
        }));
      const before = [...connects, ...classSteps(program, placed)];
      const toldOfClass = classTold(program, placed);
      return methods.flatMap((one): RawEndpoint[] => {
        const decorators = decoratorsOf(program, one.m, one.member.decorators);
        const listens = named(
          decorators.flatMap(({ parts }) => parts),
          '@nestjs/websockets:SubscribeMessage',
        );
        if (listens === undefined) return [];
        const message = textGiven(program, listens, 0);
        return [
          {
            framework: 'nestjs',
            kind: 'websocket',
            method: 'CALL',
            path: `${joinPath(namespace)}#${message ?? one.member.name}`,
            m: one.m,
            at: one.fn.at,
            steps: [
              ...inTheWay(
                program,
                [...before, ...guardSteps(program, decorators)],
                [...toldOfClass, ...toldBy(program, decorators, 'method')],
              ),
              { e: { k: 'fn', id: one.fn.id, at: one.fn.at }, m: one.m, fn: undefined, by: 'handler' },
            ],
            confidence: message === undefined ? 'likely' : 'certain',
            unresolved: message === undefined ? ['the name of its message is put together at run time'] : [],
          },
        ];
      });
    }),
  );
