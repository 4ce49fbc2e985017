import { describe, expect, test } from 'vitest';
import type { AccessCell, BoundaryOperation, Observation } from '../../model/evidence/boundary.ts';
import { kindOf } from './sensitive-kinds.ts';
import { sensitiveActions } from './sensitive.ts';

const operation = (id: string, over: Partial<BoundaryOperation> = {}): BoundaryOperation => ({
  id,
  origin: 'http://localhost:3000',
  method: id.split(' ')[0] ?? '',
  path: id.split(' ')[1] ?? '',
  sources: ['openapi'],
  tested: true,
  ...over,
});

const cell = (op: string, role: string, outcome: AccessCell['outcome']): AccessCell => ({
  operation: op,
  role,
  outcome,
  status: 200,
});

const seen = (
  probe: string,
  subject: string,
  verdict: Observation['verdict'],
  said = `${probe} ${verdict}.`,
): Observation => ({
  probe,
  subject,
  verdict,
  said,
  exchanges: [],
});

interface Facts {
  operations: readonly BoundaryOperation[];
  cells?: readonly AccessCell[];
  observations?: readonly Observation[];
}

/** `protected: Nobody is refused. [login proven, owner not proven]`. */
const told = ({ operations, cells = [], observations = [] }: Facts): readonly string[] =>
  sensitiveActions(operations, cells, observations).map(
    ({ state, protection, guards }) =>
      `${state}: ${protection} [${guards.map((guard) => `${guard.name} ${guard.state}`).join(', ')}]`,
  );

const payout = operation('POST /api/payouts');

describe('sensitive actions', () => {
  test('what an effect has shown is broken, whatever the cells say', () => {
    const observations = [seen('object-action', payout.id, 'confirmed', 'b released the payout of a.')];
    const cells = [cell(payout.id, 'nobody', 'refused')];
    expect(told({ operations: [payout], observations, cells })).toEqual([
      'broken: B released the payout of a. [login proven, owner broken]',
    ]);
  });

  test('kept ones say by what, and a guard that was not tried is left out unless it must be there', () => {
    const cells = [
      cell(payout.id, 'nobody', 'refused'),
      cell(payout.id, 'seller', 'own'),
      cell(payout.id, 'admin', 'open'),
    ];
    const observations = [seen('value-tampering', payout.id, 'refuted'), seen('step-skipped', 'POST /x', 'refuted')];
    expect(told({ operations: [payout], cells, observations })).toEqual([
      'protected: Nobody is refused; seller and admin are let in. [login proven, amount set by the server proven]',
    ]);
  });

  test('one guard that was tried without an answer leaves the action unproven', () => {
    const cells = [cell(payout.id, 'nobody', 'refused')];
    const observations = [seen('self-approval', payout.id, 'inconclusive')];
    expect(told({ operations: [payout], cells, observations })).toEqual([
      'unproven: Nobody is refused. [login proven, a second person not proven]',
    ]);
  });

  test('what was not tried is unproven, what is public is said, and the worst comes first', () => {
    const listing = operation('GET /api/users/{userId}');
    const untried = operation('POST /api/refunds', { tested: false, reason: 'no order was paid' });
    const cells = [
      cell(payout.id, 'nobody', 'refused'),
      cell(listing.id, 'nobody', 'open'),
      cell('POST /x/pay', 'seller', 'odd'),
    ];
    expect(told({ operations: [payout, listing, untried, operation('POST /x/pay')], cells })).toEqual([
      'doubtful: Seller is let in, which looks wrong. [login not proven, role doubtful]',
      'unproven: No order was paid. [login not proven]',
      'open: Nobody is let in. []',
      'protected: Nobody is refused. [login proven]',
    ]);
  });

  test('unclear answers prove nothing', () => {
    expect(told({ operations: [payout], cells: [cell(payout.id, 'nobody', 'unknown')] })).toEqual([
      'unproven: The answers prove nothing. [login not proven]',
    ]);
  });

  test('what is said of the app as a whole counts for the operation that it names, and no other', () => {
    const operations = [operation('POST /api/me/password'), operation('POST /account/password')];
    const cells = operations.map(({ id }) => cell(id, 'nobody', 'refused'));
    const observations = [
      seen(
        'password-change-unconfirmed',
        'password change',
        'refuted',
        'POST /api/me/password asked for the present one.',
      ),
    ];
    expect(told({ operations, cells, observations })).toEqual([
      'unproven: Nobody is refused. [login proven, present password not proven]',
      'protected: Nobody is refused. [login proven, present password proven]',
    ]);
  });
});

test('what is said of codes is no limit of anything else', () => {
  const operations = [operation('POST /api/auth/verify-code'), operation('POST /api/auth/login')];
  const observations = [seen('code-unlimited', 'code', 'refuted', 'After 6 wrong codes no more were taken (429).')];
  expect(told({ operations, observations }).map((line) => line.replace(/^.*\[/, '['))).toEqual([
    '[limit not proven]',
    '[limit proven]',
  ]);
});

test.each([
  ['POST', '/api/orders/{orderId}/refund', 'refunds'],
  ['POST', '/api/orders/{refund}', null],
  ['GET', '/api/orders/{orderId}', null],
  ['GET', '/api/listings', null],
  ['DELETE', '/api/listings/{id}', 'deletes'],
  ['DELETE', '/api/me', 'deletes'],
  ['POST', '/api/resetPassword', 'gives access back'],
  ['POST', '/api/me/password', 'changes a password'],
  ['POST', '/api/account/change-email', 'changes an e-mail address'],
  ['PUT', '/users/{id}/role', 'changes who may do what'],
  ['GET', '/api/seller/payouts', 'pays out'],
  ['PUT', '/api/seller/bankAccount', 'pays out'],
  ['PATCH', '/api/me', 'changes a profile'],
  ['GET', '/api/me', 'hands out private data'],
  ['GET', '/orders/export.csv', 'exports data'],
  ['GET', '/api/admin/settings', 'belongs to the administration'],
  ['POST', '/api/orders/{orderId}/ship', 'moves an order on'],
  ['POST', '/webhooks/stripe', 'takes calls of other services'],
])('%s %s: %s', (method, path, what) => {
  expect(kindOf(method, path)?.what ?? null).toBe(what);
});
