import { expect, test } from 'vitest';
import type { CloudflareRuleDraft, EdgeChange, EdgePlan } from '../../model/edge-plan.ts';
import { rollbackFor, type RollbackPlace } from './rollback-file.ts';

const NOW = new Date('2026-11-26T10:15:00Z');
const planOf = (...changes: EdgeChange[]): EdgePlan => ({
  zone: { id: 'z', name: 'shop.test', plan: 'free' },
  changes,
  notes: [],
});
const setting = (id: string, before: unknown, after: unknown): EdgeChange => ({
  kind: 'setting',
  id,
  why: '',
  before,
  after,
});
const headers = (...names: string[]): CloudflareRuleDraft => ({
  ref: 'launch_ready_security_headers',
  description: '',
  expression: 'true',
  action: 'rewrite',
  action_parameters: { headers: Object.fromEntries(names.map((name) => [name, {}])) },
  enabled: true,
});
const rule = (before: CloudflareRuleDraft | null, after: CloudflareRuleDraft): EdgeChange => ({
  kind: 'rule',
  phase: 'http_response_headers_transform',
  why: '',
  before,
  after,
});
const twice = (first: EdgePlan, second: EdgePlan): RollbackPlace =>
  rollbackFor(second, [], rollbackFor(first, ['p'], null, '/app', NOW), '/app', new Date('2026-11-27T00:00:00Z'));
const befores = ({ rollback }: RollbackPlace): unknown[] => rollback.changes.map(({ before }) => before);

test('a run that goes on keeps the file, and what only the first one has', () => {
  const { path, rollback } = twice(planOf(setting('ssl', 'full', 'strict')), planOf(setting('tls_1_3', 'off', 'on')));
  expect(path).toBe('/app/.launch-ready/edge/shop.test-20261126T101500Z.json');
  expect(rollback).toMatchObject({ state: 'applying', madeAt: NOW.toISOString(), newPhases: ['p'] });
  expect(rollback.changes.map((change) => change.kind === 'setting' && change.id)).toEqual(['ssl', 'tls_1_3']);
});

test('what the first run had not come to, and somebody has changed since, goes back to that', () => {
  const found = twice(
    planOf(setting('min_tls_version', '1.0', '1.2')),
    planOf(setting('min_tls_version', '1.1', '1.2')),
  );
  expect(befores(found)).toEqual(['1.1']);
});

test('what the first run has made, and the second makes more of, goes back to before the first', () => {
  const one = headers('X-Frame-Options');
  const found = twice(planOf(rule(null, one)), planOf(rule(one, headers('X-Frame-Options', 'Referrer-Policy'))));
  expect(befores(found)).toEqual([null]);
});
