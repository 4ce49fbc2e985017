import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { callsOf, propOf, textOf } from '../../visit.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import type { RawEndpoint, Step } from '../raw.ts';
import { returned } from '../receivers/find-receiver.ts';

type Call = Extract<Expr, { k: 'call' }>;

interface Place {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

/** `queryField`, `queryFields`, `queryType` and so on; the type that they speak of. */
const SPEAKS = /^(?:(query|mutation|subscription)(Field|Fields|Type)|relay(Mutation)Field)$/;

/** Fields of Pothos: `builder.queryField('me', (t) => t.field({ authScopes, resolve }))`. */
export const pothosFields = (program: Program): RawEndpoint[] => {
  const calls = [...program.modules.values()].flatMap((m) =>
    callsOf(m).flatMap(({ e, fn }) => {
      if (e.f.k !== 'mem' || typeof e.f.p !== 'string') return [];
      const said = SPEAKS.exec(e.f.p);
      if (said === null || pathOf(program.resolve(m, fn, e.f.o)) !== '@pothos/core()') return [];
      return [{ e, place: { program, m, fn }, type: capital(said[1] ?? 'Mutation'), what: said[2] ?? 'Relay' }];
    }),
  );
  // Scopes of a whole type stand in front of every field of it.
  const base = (type: string): Step[] =>
    calls
      .filter((one) => one.type === type && one.what === 'Type')
      .flatMap(({ e, place }) => scopes(place, e.a[0], 'base'));
  return calls.flatMap(({ e, place, type, what }): RawEndpoint[] => {
    const [first, second, third] = e.a;
    const before = base(type);
    if (what === 'Relay') return fieldOf(place, `${type}.${textOf(first) ?? ''}`, third, e.at, before);
    if (what === 'Field')
      return built(place, second).flatMap((one) => field(one, `${type}.${textOf(first) ?? ''}`, before));
    return built(place, what === 'Type' ? propOf(first, 'fields') : first).flatMap(({ e: fields, ...rest }) =>
      fields.k === 'obj'
        ? fields.props.flatMap(({ n, v }) =>
            typeof n === 'string' ? field({ ...rest, e: v }, `${type}.${n}`, before) : [],
          )
        : [],
    );
  });
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What a function that builds fields gives back: `(t) => t.field(…)`. */
const built = ({ program, m, fn }: Place, e: Expr | undefined): (Place & { e: Expr })[] => {
  const ref = e === undefined ? undefined : program.resolve(m, fn, e);
  const value = ref?.r === 'fn' ? returned(ref.fn) : undefined;
  return ref?.r === 'fn' && value !== undefined ? [{ program, m: ref.m, fn: ref.fn, e: value }] : [];
};

/** `t.field({ … })`, `t.withAuth({ loggedIn: true }).prismaField({ … })` */
const field = (place: Place & { e: Expr }, path: string, before: readonly Step[]): RawEndpoint[] => {
  const { e, program, m, fn } = place;
  if (e.k !== 'call') return [];
  const options = e.a.findLast(({ k }) => k === 'obj');
  const by = withAuth(e);
  const steps: Step[] = by === undefined ? [] : [{ e: by, m, fn, by: 'decorator' }];
  return fieldOf({ program, m, fn }, path, options, e.at, [...before, ...steps]);
};

const withAuth = (e: Call): Expr | undefined => {
  const of = e.f.k === 'mem' ? e.f.o : undefined;
  return of?.k === 'call' && of.f.k === 'mem' && of.f.p === 'withAuth' ? of.a[0] : undefined;
};

const fieldOf = (
  place: Place,
  path: string,
  options: Expr | undefined,
  at: number,
  before: readonly Step[],
): RawEndpoint[] => {
  const { program, m, fn } = place;
  const handler = propOf(options, 'resolve') ?? propOf(options, 'subscribe');
  if (handler === undefined) return [];
  return [
    {
      framework: 'graphql',
      kind: 'resolver',
      method: 'CALL',
      path,
      m,
      at,
      steps: [...before, ...scopes(place, options, 'decorator'), ...handlerSteps(program, { m, fn, e: handler })],
      confidence: 'certain',
      unresolved: [],
    },
  ];
};

/** `authScopes: { admin: true }`, `authScopes: (parent, args, context) => …` */
const scopes = ({ m, fn }: Place, options: Expr | undefined, by: Step['by']): Step[] => {
  const given = propOf(options, 'authScopes');
  return given === undefined ? [] : [{ e: given, m, fn, by }];
};
