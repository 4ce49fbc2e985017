import { expect, it } from 'vitest';
import type { MatrixCell, MatrixRow } from '../../model/review.ts';
import { sampleBoundary } from '../testing/sample-boundary.ts';
import { groupRows, tallyOf, tellingFirst } from './matrix.ts';
import { operationParts, prefixOf } from './operation.ts';

const row = (operation: string, ...outcomes: readonly MatrixCell['outcome'][]): MatrixRow => ({
  operation,
  cells: outcomes.map((outcome, index) => ({ role: `r${index}`, outcome })),
});

it('takes an operation apart, with and without an origin', () => {
  expect(operationParts('GET /a/{id}')).toEqual({ method: 'GET', origin: '', path: '/a/{id}' });
  expect(operationParts('https://x.test:8443 POST /a')).toEqual({
    method: 'POST',
    origin: 'https://x.test:8443',
    path: '/a',
  });
  expect(operationParts('anything at all')).toEqual({ method: '', origin: '', path: 'anything at all' });
});

it('knows what a path is about', () => {
  expect(
    ['GET /api/v1/orders/{id}/pay', 'GET /orders?x=/y', 'GET /', 'GET /api', 'https://x.test GET /v2/me'].map((id) =>
      prefixOf(id),
    ),
  ).toEqual(['/api/v1/orders', '/orders', '/', '/api', 'https://x.test/v2/me']);
  expect(prefixOf('GET /api/admin/users/{id}', 2)).toBe('/api/admin/users');
  expect(prefixOf('GET /api/admin/{id}', 2)).toBe('/api/admin');
});

it('puts what needs a look first and what stands alone last', () => {
  const rows = [
    row('GET /a', 'own'),
    row('GET /b', 'own'),
    row('POST /b', 'odd'),
    row('GET /c', 'own'),
    row('PUT /c', 'leak'),
  ];
  expect(groupRows(rows).map((group) => [group.prefix, group.rows.length])).toEqual([
    ['/c', 2],
    ['/b', 2],
    ['', 1],
  ]);
});

it('divides a large group by one more segment and loses no row', () => {
  const rows = Array.from({ length: 40 }, (_, index) => row(`GET /admin/part${index % 4}/x${index}`, 'own'));
  const groups = groupRows(rows);
  expect(groups.map((group) => group.prefix)).toEqual(['/admin/part0', '/admin/part1', '/admin/part2', '/admin/part3']);
  const sample = sampleBoundary().matrix.rows;
  expect(groupRows(sample).flatMap((group) => group.rows)).toHaveLength(sample.length);
});

it('counts cells worst first, and sorts rows by their worst cell', () => {
  const rows = [row('GET /a', 'open', 'open'), row('GET /b', 'refused', 'leak'), row('GET /c')];
  expect(tallyOf(rows)).toEqual([
    ['leak', 1],
    ['refused', 1],
    ['open', 2],
  ]);
  expect(tellingFirst(rows).map((one) => one.operation)).toEqual(['GET /b', 'GET /a', 'GET /c']);
});
