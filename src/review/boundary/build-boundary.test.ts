import { expect, test } from 'vitest';
import type {
  AccessCell,
  BoundaryOperation,
  BoundaryRun,
  Exchange,
  Observation,
} from '../../model/evidence/boundary.ts';
import type { Evidence } from '../../model/evidence/map.ts';
import { configOf } from '../testing/literals.ts';
import { boundaryOf } from './build-boundary.ts';
import { lookAgain } from './look-again.ts';

const run = (over: Partial<BoundaryRun> = {}): BoundaryRun => ({
  id: 'r',
  origins: ['http://localhost:3000'],
  environment: 'development',
  mode: 'write',
  planHash: 'h',
  proof: 'loopback',
  requests: 12,
  refused: {},
  made: [],
  milliseconds: 5,
  ...over,
});

const operation = (id: string, over: Partial<BoundaryOperation> = {}): BoundaryOperation => ({
  id,
  origin: 'http://localhost:3000',
  method: id.split(' ')[0] ?? '',
  path: id.split(' ')[1] ?? '',
  sources: ['openapi'],
  tested: true,
  ...over,
});

const cell = (op: string, role: string, outcome: AccessCell['outcome'], exchange?: string): AccessCell => ({
  operation: op,
  role,
  outcome,
  status: 200,
  ...(exchange === undefined ? {} : { exchange }),
});

const exchange = (id: string, over: Partial<Exchange> = {}): Exchange => ({
  id,
  actor: 'b',
  method: 'GET',
  url: 'http://localhost:3000/x',
  requestHeaders: [['authorization', 'Bearer eyJh****']],
  status: 200,
  headers: [['content-type', 'application/json']],
  body: '{"a":1}',
  bytes: 7,
  ms: 1,
  ...over,
});

const seen = (over: Partial<Observation>): Observation => ({
  probe: 'object-read',
  subject: 'GET /a',
  verdict: 'confirmed',
  said: 'b read what is a’s.',
  exchanges: [],
  ...over,
});

interface Facts {
  run?: BoundaryRun;
  operations?: readonly BoundaryOperation[];
  cells?: readonly AccessCell[];
  observations?: readonly Observation[];
  exchanges?: Readonly<Record<string, Exchange>>;
}

const evidence = (facts: Facts): Evidence => ({
  'boundary.run': { ok: true, value: facts.run ?? run() },
  'boundary.actors': {
    ok: true,
    value: [{ name: 'b', role: 'seller', tenant: 'b', via: 'json login', state: 'alive', detail: '' }],
  },
  'boundary.operations': { ok: true, value: facts.operations ?? [] },
  'boundary.observations': { ok: true, value: facts.observations ?? [] },
  'boundary.matrix': { ok: true, value: facts.cells ?? [] },
  'boundary.exchanges': { ok: true, value: facts.exchanges ?? {} },
});

const of = (facts: Facts, roles?: readonly string[]) => {
  const boundary = boundaryOf(evidence(facts), roles);
  if (boundary === undefined) throw new Error('no boundary');
  return boundary;
};

test('nothing to draw when no app was looked at', () => {
  expect(boundaryOf({})).toBeUndefined();
  expect(
    boundaryOf({ 'boundary.run': { ok: false, reason: 'It did not answer.', unlock: 'Start it.' } }),
  ).toBeUndefined();
});

test('a row for each operation, a cell for each role, what was not tried included', () => {
  const { matrix } = of(
    {
      operations: [operation('POST /b'), operation('GET /a/{id}'), operation('GET /a')],
      cells: [cell('GET /a', 'admin', 'open'), cell('GET /a', 'nobody', 'refused')],
    },
    ['seller', 'admin', 'owner'],
  );
  expect(matrix.roles).toEqual(['nobody', 'seller', 'admin']);
  expect(matrix.rows.map((row) => row.operation)).toEqual(['GET /a', 'GET /a/{id}', 'POST /b']);
  expect(matrix.rows[0]?.cells).toEqual([
    { role: 'nobody', outcome: 'refused', status: 200 },
    { role: 'seller', outcome: 'not-tested' },
    { role: 'admin', outcome: 'open', status: 200 },
  ]);
  expect(matrix.left).toBe(0);
});

test('with too many operations the telling ones stay, and the rest is counted', () => {
  const operations = Array.from({ length: 900 }, (_, index) => operation(`GET /r${index}`));
  const { matrix } = of({ operations, cells: [cell('GET /r899', 'nobody', 'leak')] });
  expect(matrix.rows).toHaveLength(500);
  expect(matrix.left).toBe(400);
  expect(matrix.rows.some((row) => row.operation === 'GET /r899')).toBe(true);
});

test('carries the exchanges of leaks, findings and oddities first, bounded, as text', () => {
  const many = Object.fromEntries(
    Array.from({ length: 450 }, (_, index) => [`o${index}`, exchange(`o${index}`, { body: 'y'.repeat(9_000) })]),
  );
  const boundary = of({
    cells: [
      cell('GET /a', 'seller', 'leak', 'leak'),
      cell('GET /b', 'seller', 'own', 'own'),
      ...Object.keys(many).map((id) => cell(`GET /${id}`, 'seller', 'odd', id)),
    ],
    observations: [seen({ exchanges: ['proof', 'gone'] }), seen({ verdict: 'refuted', exchanges: ['own'] })],
    exchanges: {
      leak: exchange('leak'),
      proof: exchange('proof', { actor: null, status: null }),
      own: exchange('own'),
      ...many,
    },
  });
  const ids = Object.keys(boundary.exchanges);
  expect(ids).toHaveLength(400);
  expect(ids).toContain('leak');
  expect(ids).not.toContain('own');
  expect(boundary.exchanges['leak']).toEqual({
    actor: 'b (seller)',
    request: 'GET http://localhost:3000/x\nauthorization: Bearer eyJh****',
    answer: '200\ncontent-type: application/json\n\n{\n  "a": 1\n}',
  });
  expect(boundary.exchanges['proof']).toMatchObject({ actor: 'nobody', answer: 'no answer: the connection ended' });
  expect(JSON.stringify(boundary.exchanges).length).toBeLessThan(1_200_000);
  expect(boundary.matrix.rows.find((row) => row.operation === 'GET /b')?.cells[1]).not.toHaveProperty('exchange');
});

test('where there is room, what shows nothing wrong is carried too, in short', () => {
  const boundary = of({
    cells: [cell('GET /a', 'seller', 'own', 'own'), cell('GET /b', 'nobody', 'refused', 'no')],
    exchanges: { own: exchange('own', { body: 'y'.repeat(2_000) }), no: exchange('no', { status: 401 }) },
  });
  expect(Object.keys(boundary.exchanges)).toEqual(['no', 'own']);
  expect(boundary.exchanges['own']?.answer.length).toBeLessThan(500);
  expect(boundary.matrix.rows[0]?.cells[1]).toMatchObject({ outcome: 'own', exchange: 'own' });
});

test('says what was found, what was not tested and what is left in the app', () => {
  const boundary = of({
    run: run({
      stopped: 'the app stopped answering',
      made: [
        { type: 'order', id: '1', owner: 'b', by: 'POST /orders', state: 'removed' },
        { type: 'order', id: '2', owner: 'b', by: 'POST /orders', state: 'cannot be removed', remove: 'By hand.' },
      ],
    }),
    operations: [
      operation('GET /a'),
      operation('POST /b', { tested: false, reason: 'No cart.' }),
      operation('POST /c', { tested: false, reason: 'No probe had what it needs.' }),
    ],
    observations: [seen({ subject: 'POST /c', verdict: 'not-tested', said: 'No account has an order.' })],
  });
  expect(boundary.operations).toEqual({
    found: 3,
    tested: 1,
    untested: [
      { id: 'POST /b', reason: 'No cart.' },
      { id: 'POST /c', reason: 'No account has an order. No probe had what it needs.' },
    ],
  });
  expect(boundary.run).toMatchObject({ made: 2, removed: 1, stopped: 'the app stopped answering' });
  expect(boundary.run.left).toEqual([
    { type: 'order', id: '2', owner: 'b', state: 'cannot be removed', remove: 'By hand.' },
  ]);
});

test('looks again only where something else may come out, at plain addresses', () => {
  const named = (...origins: readonly string[]) =>
    configOf({
      boundary: { ...boundaryConfig, origins },
    });
  const refused: Evidence = { 'boundary.run': { ok: false, reason: 'x', unlock: 'y' } };
  expect(lookAgain(refused, configOf())).toBeNull();
  expect(lookAgain(refused, named('http://localhost:3000'))).toBe('npx launch-ready --target http://localhost:3000');
  expect(lookAgain(evidence({}), named('http://localhost:3000'))).toBeNull();
  expect(lookAgain(evidence({ run: run({ stopped: 'Ctrl-C' }) }), named('http://[::1]:80'))).toBe(
    'npx launch-ready --target http://[::1]:80',
  );
  expect(lookAgain(refused, named('http://x; rm -rf /'))).toBeNull();
});

const boundaryConfig = {
  environment: 'development',
  mode: 'write',
  actors: [],
  roles: [],
  openapi: [],
  har: [],
  postman: [],
  webhooks: [],
  policy: {},
  budget: {},
} as const;
