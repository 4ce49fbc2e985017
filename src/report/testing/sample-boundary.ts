import type { MatrixCell, MatrixRow, ReviewBoundary, SensitiveAction, ShownExchange } from '../../model/review.ts';

const ROLES = ['nobody', 'customer', 'seller', 'support', 'moderator', 'finance', 'admin'] as const;

/** Who is let in by each kind of route. */
const KINDS = {
  public: ['open', 'open', 'open', 'open', 'open', 'open', 'open'],
  own: ['refused', 'own', 'own', 'refused', 'refused', 'refused', 'open'],
  seller: ['refused', 'refused', 'own', 'refused', 'refused', 'refused', 'open'],
  staff: ['refused', 'refused', 'refused', 'open', 'open', 'refused', 'open'],
  money: ['refused', 'refused', 'refused', 'refused', 'refused', 'open', 'open'],
  admin: ['refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'open'],
} as const satisfies Record<string, readonly MatrixCell['outcome'][]>;

const ROUTES: readonly (readonly [kind: keyof typeof KINDS, base: string, ends: string])[] = [
  ['public', '/api/listings', 'GET|GET /{listingId}|GET /{listingId}/reviews|GET /search|GET /{listingId}/photos'],
  [
    'seller',
    '/api/listings',
    'POST|PATCH /{listingId}|DELETE /{listingId}|POST /{listingId}/photos|POST /{listingId}/publish|POST /{listingId}/pause',
  ],
  [
    'own',
    '/api/orders',
    'GET|POST|GET /{orderId}|POST /{orderId}/pay|POST /{orderId}/cancel|POST /{orderId}/confirm|GET /{orderId}/invoice|GET /{orderId}/messages|POST /{orderId}/messages|POST /{orderId}/refund-request|GET /export',
  ],
  [
    'own',
    '/api/me',
    'GET|PATCH|GET /addresses|POST /addresses|PUT /addresses/{addressId}|DELETE /addresses/{addressId}|GET /notifications|POST /password|POST /email|GET /sessions|DELETE /sessions/{sessionId}',
  ],
  [
    'seller',
    '/api/seller',
    'GET /orders|GET /orders/{orderId}|POST /orders/{orderId}/ship|GET /payouts|POST /payouts|GET /payout-account|PUT /payout-account|GET /stats|GET /customers|GET /reports/{reportId}',
  ],
  [
    'staff',
    '/api/moderation',
    'GET /queue|GET /queue/{caseId}|POST /queue/{caseId}/approve|POST /queue/{caseId}/reject|POST /users/{userId}/suspend|GET /reports|POST /reports/{reportId}/close',
  ],
  [
    'money',
    '/api/finance',
    'GET /payouts|POST /payouts/{payoutId}/release|POST /payouts/{payoutId}/hold|GET /refunds|POST /refunds/{refundId}/approve|GET /ledger|GET /ledger/export',
  ],
  [
    'admin',
    '/api/admin',
    'GET /users|GET /users/{userId}|PATCH /users/{userId}|POST /users/{userId}/role|POST /users/{userId}/impersonate|DELETE /users/{userId}|GET /settings|PUT /settings|GET /audit-log|POST /coupons|GET /coupons|DELETE /coupons/{couponId}|GET /feature-flags|PUT /feature-flags/{flag}',
  ],
  [
    'public',
    '/api/auth',
    'POST /login|POST /register|POST /forgot|POST /reset|POST /logout|POST /refresh|POST /verify-code',
  ],
  [
    'own',
    '/api/carts',
    'GET /{cartId}|POST /{cartId}/items|DELETE /{cartId}/items/{itemId}|POST /{cartId}/coupon|POST /{cartId}/checkout',
  ],
  ['own', '/api/reviews', 'POST|PATCH /{reviewId}|DELETE /{reviewId}'],
  ['public', '/api/categories', 'GET'],
  ['public', '/api/health', 'GET'],
  ['public', '/api/sellers/{sellerId}/reviews', 'GET'],
  ['own', '/graphql', 'POST'],
  ['public', '/api/webhooks', 'POST /stripe|POST /mail|POST /shipping'],
  ['admin', '/metrics', 'GET'],
  ['staff', '/api/v1/support/tickets/{ticketId}/attachments/{attachmentId}', 'GET'],
];

/** What is not as it should be, by operation and role. */
const ODDITIES: Readonly<Record<string, Readonly<Record<string, Partial<MatrixCell>>>>> = {
  'GET /api/orders/{orderId}': { customer: { outcome: 'leak', status: 200, exchange: 'x1' } },
  'GET /api/orders/{orderId}/invoice': {
    nobody: { outcome: 'leak', status: 200, exchange: 'x2' },
    customer: { outcome: 'leak', status: 200, exchange: 'x3' },
  },
  'POST /api/admin/users/{userId}/role': { moderator: { outcome: 'leak', status: 204, exchange: 'x4' } },
  'GET /metrics': { nobody: { outcome: 'odd', status: 200, exchange: 'x5' } },
  'GET /api/seller/customers': { support: { outcome: 'odd', status: 200, exchange: 'x6' } },
  'POST /api/finance/payouts/{payoutId}/release': Object.fromEntries(
    ROLES.map((role) => [role, { outcome: 'not-tested' }]),
  ),
  'GET /api/moderation/queue/{caseId}': { seller: { outcome: 'unknown', status: 500 } },
  'POST /api/carts/{cartId}/checkout': { seller: { outcome: 'unknown', status: 429 } },
};

const STATUS: Partial<Record<MatrixCell['outcome'], number>> = { open: 200, own: 200, refused: 403 };

const rowOf = (kind: keyof typeof KINDS, operation: string): MatrixRow => ({
  operation,
  cells: ROLES.map((role, index): MatrixCell => {
    const outcome = KINDS[kind][index] ?? 'not-tested';
    const status = role === 'nobody' && outcome === 'refused' ? 401 : STATUS[outcome];
    return { role, outcome, ...(status === undefined ? {} : { status }), ...ODDITIES[operation]?.[role] };
  }),
});

const ROWS = ROUTES.flatMap(([kind, base, ends]) =>
  ends.split('|').map((end) => {
    const [method = '', rest = ''] = end.split(' ');
    return rowOf(kind, `${method} ${base}${rest}`);
  }),
).toSorted((a, b) => (a.operation.replace(/^\S+/, '') < b.operation.replace(/^\S+/, '') ? -1 : 1));

const exchange = (actor: string, request: string, answer: string): ShownExchange => ({
  actor,
  request: `${request}\nauthorization: Bearer eyJh****\naccept: application/json`,
  answer: answer.startsWith('{')
    ? `200\ncontent-type: application/json; charset=utf-8\n\n${JSON.stringify(JSON.parse(answer), null, 2)}`
    : answer,
});

const ORDER =
  '{"id":"ord_8f3a","buyer":"Ida lr-canary-77ab","shippingAddress":"12 lr-canary-9d01 Street, 1050 Brussels","total":{"amount":8450,"currency":"EUR"},"status":"paid"}';

const SENSITIVE: readonly SensitiveAction[] = [
  {
    operation: 'GET /api/orders/{orderId}/invoice',
    what: 'hands out private data',
    protection: 'Nobody and customer are let in and must not be.',
    state: 'broken',
    guards: [
      { name: 'login', state: 'broken' },
      { name: 'owner', state: 'broken' },
    ],
  },
  {
    operation: 'POST /api/admin/users/{userId}/role',
    what: 'changes who may do what',
    protection: 'A moderator made another account an admin, and the account could do what admins do.',
    state: 'broken',
    guards: [
      { name: 'login', state: 'proven' },
      { name: 'role', state: 'broken' },
    ],
  },
  {
    operation: 'GET /api/seller/customers',
    what: 'hands out private data',
    protection: 'Support is let in, which looks wrong.',
    state: 'doubtful',
    guards: [
      { name: 'login', state: 'proven' },
      { name: 'role', state: 'doubtful' },
    ],
  },
  {
    operation: 'POST /api/finance/payouts/{payoutId}/release',
    what: 'moves money',
    protection: 'No payout was waiting to be released.',
    state: 'unproven',
    guards: [
      { name: 'login', state: 'not proven' },
      { name: 'a second person', state: 'not proven' },
    ],
  },
  {
    operation: 'POST /api/auth/login',
    what: 'lets in',
    protection: 'Nobody, customer, seller, support and 3 more are let in.',
    state: 'protected',
    guards: [{ name: 'limit', state: 'proven' }],
  },
  ...ROWS.filter(({ operation }) => /refund|payout|password|email|impersonate|export|DELETE/.test(operation))
    .map(({ operation, cells }): SensitiveAction => ({
      operation,
      what: /DELETE/.test(operation)
        ? 'deletes'
        : /password|email|impersonate/.test(operation)
          ? 'changes a password'
          : 'pays out',
      protection: `${cells.filter((cell) => cell.outcome === 'refused').length} roles are refused; admin is let in.`,
      state: 'protected',
      guards: [
        { name: 'login', state: 'proven' },
        { name: 'owner', state: 'proven' },
        { name: 'not from other sites', state: 'proven' },
      ],
    }))
    .slice(0, 14),
];

/** A run on 95 operations as seven roles: leaks, oddities, gaps, and a thing that could not be removed. */
export const sampleBoundary = (): ReviewBoundary => ({
  run: {
    origins: ['http://localhost:3000'],
    environment: 'staging',
    mode: 'destructive',
    requests: 2318,
    actors: ['customer', 'seller', 'support', 'moderator', 'finance', 'admin'].flatMap((role) =>
      (role === 'customer' || role === 'seller' ? ['a', 'b'] : ['a']).map((which) => ({
        name: `${role}-${which}`,
        role,
        tenant: `${role}-${which}`,
        via: 'json login',
        state: role === 'finance' ? ('lost' as const) : ('alive' as const),
      })),
    ),
    made: 41,
    removed: 40,
    left: [
      {
        type: 'order',
        id: 'ord_8f3a',
        owner: 'customer-a',
        state: 'cannot be removed',
        remove: 'Cancel it in the back office; the API has no way to delete an order.',
      },
    ],
  },
  operations: {
    found: ROWS.length,
    tested: ROWS.length - 1,
    untested: [{ id: 'POST /api/finance/payouts/{payoutId}/release', reason: 'No payout was waiting to be released.' }],
  },
  matrix: { roles: ROLES, rows: ROWS, left: 0 },
  sensitive: SENSITIVE,
  exchanges: {
    x1: exchange('customer-b (customer)', 'GET http://localhost:3000/api/orders/ord_8f3a', ORDER),
    x2: exchange(
      'nobody',
      'GET http://localhost:3000/api/orders/ord_8f3a/invoice',
      '200\ncontent-type: application/pdf\n\n(18,202 bytes that are no text)',
    ),
    x3: exchange(
      'customer-b (customer)',
      'GET http://localhost:3000/api/orders/ord_8f3a/invoice',
      '200\ncontent-type: application/pdf\n\n(18,202 bytes that are no text)',
    ),
    x4: exchange('moderator-a (moderator)', 'POST http://localhost:3000/api/admin/users/usr_51c0/role', '204'),
    x5: exchange(
      'nobody',
      'GET http://localhost:3000/metrics',
      '200\ncontent-type: text/plain\n\n# HELP process_cpu_user_seconds_total\nprocess_cpu_user_seconds_total 4.2',
    ),
    x6: exchange(
      'support-a (support)',
      'GET http://localhost:3000/api/seller/customers',
      '{"customers":[{"name":"Ida lr-canary-77ab","email":"lr-canary-1c@example.test"}]}',
    ),
  },
});
