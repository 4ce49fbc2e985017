import type { BoundaryTrials, TrialPart, TrialRequest } from '../../../model/evidence/trials.ts';

/** Trials with one of everything; `odd` stands wherever the reviewed app chooses a text. */
export const sampleTrials = (odd = 'plain'): BoundaryTrials => {
  const text = (one: string): TrialPart => ({ kind: 'text', text: one });
  const request = (method: string, ...path: TrialPart[]): TrialRequest => ({ method, origin: 0, path });
  const own: TrialPart = { kind: 'thing', thing: `order${odd}`, key: 'id' };
  const body: NonNullable<TrialRequest['body']> = {
    type: 'json',
    value: {
      is: 'object',
      members: [
        [odd, { is: 'literal', value: odd }],
        ['note', { is: 'text', parts: [text(odd), { kind: 'canary' }, text(odd)] }],
        ['at', { is: 'text', parts: [{ kind: 'days', days: 30, form: 'time' }] }],
        ['count', { is: 'literal', value: 3 }],
        [
          'tags',
          {
            is: 'list',
            items: [
              { is: 'literal', value: odd },
              { is: 'literal', value: null },
            ],
          },
        ],
        ['password', { is: 'text', parts: [{ kind: 'password' }] }],
      ],
    },
  };
  const read: TrialPart = {
    kind: 'read',
    read: { as: null, request: request('GET', text(`/api/items?q=${odd}`)), at: ['items', 0, odd] },
  };
  const thing = `order${odd}`;
  const operation = `GET /api/orders/{${odd}}`;
  return {
    origins: ['http://localhost:3000', 'http://admin.localhost:3000'],
    people: [
      { name: `customer${odd}-a`, role: `customer${odd}`, origin: 0 },
      { name: `customer${odd}-b`, role: `customer${odd}`, origin: 0 },
      { name: 'admin-a', role: 'admin', origin: 1 },
    ],
    logins: (['json', 'form', 'page', 'authjs'] as const).map((kind, index) => ({
      role: index === 0 ? `customer${odd}` : `role${index}`,
      kind,
      path: `/login${odd}`,
      origin: 0,
      loginField: `user.${odd}`,
      passwordField: 'user.password',
      extra: { [odd]: odd },
      ...(index === 0 ? { token: { at: ['data', odd], header: 'authorization', prefix: `Bearer ${odd}` } } : {}),
      cookies: index !== 0,
      ...(index === 1 ? { csrfAt: `/csrf${odd}` } : {}),
      code: false,
    })),
    things: [
      {
        name: thing,
        type: `order${odd}`,
        owner: `customer${odd}-a`,
        steps: [
          {
            ...request('POST', text(`/api/orders/${odd}/`), read),
            body,
            headers: { [odd]: text(odd), 'idempotency-key': { kind: 'unique', form: 'uuid' } },
          },
          request('POST', text('/api/orders/'), own, text(`/pay${odd}`)),
        ],
        made: 0,
        keys: {
          id: { from: 'answer', step: 0, at: ['order', odd] },
          [odd]: { from: 'part', part: read },
          intent: { from: 'answer', step: 1, at: ['secret'], until: odd },
        },
        canary: true,
        read: request('GET', text('/api/orders/'), own),
      },
    ],
    guards: [
      {
        operation: `GET /api/admin/${odd}`,
        request: { ...request('POST', text(`/api/admin/${odd}`)), origin: 1, body },
        refused: ['nobody', `customer${odd}-a`],
        allowed: ['admin-a'],
        broken: true,
      },
    ],
    attempts: (['GET', 'PATCH', 'DELETE', 'POST'] as const).map((method) => ({
      operation,
      thing,
      request: { ...request(method, text(`/api/${odd}/`), own), ...(method === 'PATCH' ? { body } : {}) },
      refused: ['nobody', `customer${odd}-b`],
      broken: method === 'GET',
    })),
    lists: [
      {
        operation: `GET /api/${odd}`,
        thing,
        request: request('GET', text(`/api/${odd}`)),
        hidden: [`customer${odd}-b`],
        broken: false,
      },
    ],
    members: [
      {
        operation,
        thing,
        as: `customer${odd}-a`,
        request: { ...request('PATCH', text('/api/orders/'), own), body },
        read: request('GET', text('/api/orders/'), own),
        at: ['data', odd],
        members: [
          [odd, { is: 'literal', value: odd }],
          ['role', { is: 'literal', value: 'admin' }],
        ],
        broken: false,
      },
    ],
    webhooks: (['stripe', 'github', 'standard', 'shopify', 'slack', 'hmac'] as const).map((scheme) => ({
      path: `/hooks/${scheme}${odd}`,
      origin: 0,
      scheme,
      ...(scheme === 'hmac' ? { header: `x-${odd}` } : {}),
      secretEnv: `HOOK_${odd}`,
      event: {
        is: 'object',
        members: [
          ['id', { is: 'text', parts: [own] }],
          [odd, { is: 'literal', value: odd }],
        ],
      },
      headers: { [odd]: { kind: 'unique', form: 'word' } },
      ...(scheme === 'slack' ? {} : { thing }),
      refuses: ['unsigned', 'forged', 'stale'],
      statuses: [400, 401],
      takes: true,
      once: true,
      broken: false,
    })),
    limits: [{ role: `customer${odd}`, attempts: 30, broken: false }],
  };
};
