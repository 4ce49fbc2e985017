import { expect, test } from 'vitest';
import type { AccessCell, Observation } from '../../model/evidence/boundary.ts';
import { cellsOf } from './cells.ts';

const ACTORS = ['seller-a', 'seller-b', 'customer-a'].map((name) => ({
  name,
  role: name.split('-')[0] ?? '',
  tenant: name,
  via: 'json login',
  state: 'alive' as const,
  detail: '',
}));

const seen = (probe: string, over: Partial<Observation> = {}): Observation => ({
  probe,
  subject: 'POST /a',
  verdict: 'refuted',
  said: 'Refused.',
  exchanges: [],
  ...over,
});

const cell = (outcome: AccessCell['outcome'], more: Partial<AccessCell> = {}): AccessCell => ({
  operation: 'POST /a',
  role: 'seller',
  outcome,
  status: 200,
  ...more,
});

const of = (cells: readonly AccessCell[], observations: readonly Observation[] = []): readonly string[] =>
  cellsOf(cells, observations, ACTORS, new Set(['POST /a'])).map(({ role, outcome }) => `${role} ${outcome}`);

test('a leak stays one, whatever is seen after it', () => {
  expect(of([cell('leak'), cell('refused'), cell('own')])).toEqual(['seller leak']);
  expect(of([cell('refused'), cell('own')])).toEqual(['seller own']);
});

test('among equals the one that an exchange shows stays', () => {
  const [one] = cellsOf([cell('leak'), cell('leak', { exchange: 'e1' })], [], ACTORS, new Set());
  expect(one?.exchange).toBe('e1');
});

test('what was tried and refused fills cells that nobody wrote', () => {
  expect(
    of([], [seen('anonymous-access', { actor: 'nobody' }), seen('role-function', { actor: 'customer-a' })]),
  ).toEqual(['nobody refused', 'customer refused']);
});

test('a neighbour’s refused trial says that the role reaches its own, since its owner could', () => {
  expect(of([], [seen('object-action', { actor: 'seller-b', owner: 'seller-a' })])).toEqual(['seller own']);
  expect(of([], [seen('object-write', { actor: 'customer-a', owner: 'seller-a' })])).toEqual([
    'customer refused',
    'seller own',
  ]);
});

test('nothing is read from what is open, of the app as a whole, or of another kind', () => {
  expect(
    of(
      [],
      [
        seen('anonymous-access', { actor: 'nobody', verdict: 'inconclusive' }),
        seen('anonymous-access', { actor: 'nobody', subject: 'login' }),
        seen('cors-null', { actor: 'customer-a' }),
      ],
    ),
  ).toEqual([]);
});
