import type * as Model from '../../model/review.ts';
import { list, members, number, oneOf, record, text } from '../shape.ts';
import { BOUNDARY_LIMITS } from './limits.ts';
import { trialsShape } from './trials-shape.ts';

type Boundary = Model.ReviewBoundary;

/** Room for versions that carry more. */
const MOST = BOUNDARY_LIMITS.rows * 20;

const run = members<Boundary['run']>(
  {
    origins: list(text(1_000), MOST),
    environment: oneOf('development', 'staging', 'production'),
    mode: oneOf('passive', 'read', 'write', 'destructive', 'burst'),
    requests: number,
    actors: list(
      members<Boundary['run']['actors'][number]>({
        name: text(200),
        role: text(200),
        tenant: text(200),
        via: text(200),
        state: oneOf('alive', 'lost', 'unproven', 'never'),
      }),
      MOST,
    ),
    made: number,
    removed: number,
    left: list(
      members<Boundary['run']['left'][number]>(
        {
          type: text(200),
          id: text(1_000),
          owner: text(200),
          state: oneOf('there', 'removed', 'cannot be removed'),
        },
        { remove: text(1_000) },
      ),
      MOST,
    ),
  },
  { stopped: text(1_000), earlier: members<{ found: number; removed: number }>({ found: number, removed: number }) },
);

const cell = members<Model.MatrixCell>(
  { role: text(200), outcome: oneOf('open', 'own', 'refused', 'leak', 'odd', 'unknown', 'not-tested') },
  { status: number, exchange: text(100) },
);

/** model/review's ReviewBoundary, as untrusted JSON. */
export const boundaryShape = members<Boundary>(
  {
    run,
    operations: members<Boundary['operations']>({
      found: number,
      tested: number,
      untested: list(
        members<Boundary['operations']['untested'][number]>({ id: text(1_000), reason: text(1_000) }),
        MOST,
      ),
    }),
    matrix: members<Boundary['matrix']>({
      roles: list(text(200), MOST),
      rows: list(members<Model.MatrixRow>({ operation: text(1_000), cells: list(cell, MOST) }), MOST),
      left: number,
    }),
    sensitive: list(
      members<Model.SensitiveAction>({
        operation: text(1_000),
        what: text(200),
        protection: text(2_000),
        state: oneOf('broken', 'doubtful', 'protected', 'open', 'unproven'),
        guards: list(
          members<Model.SensitiveGuard>({
            name: text(200),
            state: oneOf('proven', 'broken', 'doubtful', 'not proven'),
          }),
          MOST,
        ),
      }),
      MOST,
    ),
    exchanges: record(
      members<Model.ShownExchange>({ actor: text(300), request: text(100_000), answer: text(100_000) }),
    ),
  },
  { trials: trialsShape },
);
