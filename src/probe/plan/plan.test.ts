import { expect, test } from 'vitest';
import { isCovered, type BoundaryPlan } from './plan.ts';

const agreed: BoundaryPlan = {
  origins: ['http://a.test'],
  environment: 'development',
  mode: 'write',
  data: [],
  actors: ['anna (customer)'],
  operations: ['GET /a', 'GET /b'],
  probes: [{ id: 'object-read', tries: '', mode: 'read', requests: 7 }],
  left: [],
  requests: 607,
  hash: '1',
};

test.each<[string, Partial<BoundaryPlan>, boolean]>([
  ['an address more or less', { operations: ['GET /a'], requests: 606, hash: '2' }, true],
  ['other places', { origins: ['http://b.test'] }, false],
  ['a longer reach', { mode: 'burst' }, false],
  ['other people', { actors: [] }, false],
  ['other probes', { probes: [] }, false],
])('%s (%j): %s', (_, change, covered) => expect(isCovered({ ...agreed, ...change }, agreed)).toBe(covered));
