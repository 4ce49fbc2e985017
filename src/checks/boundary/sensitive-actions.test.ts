import { expect, test } from 'vitest';
import type { BoundaryOperation, Observation, ProbeVerdict } from '../../model/evidence/boundary.ts';
import { sensitiveActions } from './sensitive-actions.ts';

const op = (id: string, more: Partial<BoundaryOperation> = {}): BoundaryOperation => {
  const [method = '', path = ''] = id.split(' ');
  return { id, origin: 'http://localhost:3000', method, path, sources: ['openapi'], tested: true, ...more };
};
const seen = (probe: string, subject: string, verdict: ProbeVerdict): Observation => ({
  probe,
  subject,
  verdict,
  said: `${probe} ${verdict}.`,
  exchanges: [],
});

test.each([
  ['POST /api/me/password', 'password'],
  ['POST /api/account/change-email', 'e-mail address'],
  ['POST /api/admin/users/{userId}/role', 'roles'],
  ['GET /api/seller/payouts', 'payout'],
  ['PUT /api/seller/bankAccount', 'payout'],
  ['POST /api/seller/orders/{orderId}/refund', 'refund'],
  ['GET /api/seller/orders/export', 'export'],
  ['DELETE /api/me', 'account deletion'],
  ['GET /api/admin/users', 'admin'],
  ['POST /api/moderation/reviews/{reviewId}/hide', 'moderation'],
  ['PATCH /api/me', 'profile'],
])('%s is about %s', (id, kind) => {
  expect(sensitiveActions([op(id)], []).map((action) => action.kind)).toEqual([kind]);
});

test.each(['GET /api/me', 'GET /api/listings', 'POST /api/checkout', 'GET /api/orders/{passwordId}'])(
  '%s is no sensitive action',
  (id) => {
    expect(sensitiveActions([op(id)], [])).toEqual([]);
  },
);

test('what a description calls public is none', () => {
  expect(sensitiveActions([op('POST /api/auth/password/forgot', { declared: 'public' })], [])).toEqual([]);
});

test('each guard has its own state, and the worst one is that of the action', () => {
  const id = 'POST /api/seller/payouts';
  const [action] = sensitiveActions(
    [op(id)],
    [
      seen('anonymous-access', id, 'refuted'),
      seen('object-action', id, 'refuted'),
      seen('identity-from-input', id, 'likely'),
      seen('step-skipped', id, 'confirmed'),
      seen('step-skipped', 'POST /api/other', 'refuted'),
    ],
    [
      { operation: id, role: 'seller', outcome: 'own', status: 201 },
      { operation: id, role: 'nobody', outcome: 'refused', status: 401 },
    ],
  );
  expect(action).toMatchObject({ kind: 'payout', state: 'broken', roles: ['seller'] });
  expect(action?.protections.map(({ name, state, check }) => [name, state, check])).toEqual([
    ['a login', 'held', 'boundary/anonymous-access'],
    ['only the owner', 'doubtful', 'boundary/identity-from-input'],
    ['only after the step before', 'broken', 'boundary/step-skipped'],
  ]);
});

test('what nobody tried is open, never held', () => {
  const [action] = sensitiveActions([op('POST /api/me/password')], []);
  expect(action?.state).toBe('open');
  expect(action?.protections.map(({ state }) => state)).toEqual(['open', 'open']);
});
