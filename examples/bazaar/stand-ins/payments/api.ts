import { newId, now, type Books, type Intent } from './objects.ts';

export interface ApiRequest {
  method: string;
  path: string;
  form: URLSearchParams;
}

export interface ApiAnswer {
  status: number;
  body: unknown;
}

export const refused = (status: number, type: string, message: string, code?: string): ApiAnswer => ({
  status,
  body: { error: { type, message, ...(code === undefined ? {} : { code }) } },
});

const invalid = (message: string, code?: string): ApiAnswer => refused(400, 'invalid_request_error', message, code);
const missing = (what: string, id: string): ApiAnswer =>
  refused(404, 'invalid_request_error', `No such ${what}: '${id}'`, 'resource_missing');

const amountOf = (form: URLSearchParams): number | undefined => {
  const amount = Number(form.get('amount'));
  return Number.isSafeInteger(amount) && amount > 0 && amount <= 99_999_999 ? amount : undefined;
};

const metadataOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );

const createIntent = (books: Books, { form }: ApiRequest): ApiAnswer => {
  const amount = amountOf(form);
  if (amount === undefined) return invalid('Invalid integer: amount', 'parameter_invalid_integer');
  if (amount < 50) return invalid('Amount must be at least €0.50 eur', 'amount_too_small');
  const id = newId('pi');
  const intent: Intent = {
    id,
    object: 'payment_intent',
    amount,
    amount_received: 0,
    currency: (form.get('currency') ?? '').toLowerCase(),
    status: 'requires_payment_method',
    client_secret: newId(`${id}_secret`),
    metadata: metadataOf(form),
    livemode: false,
    created: now(),
  };
  books.intents.set(id, intent);
  return { status: 200, body: { ...intent } };
};

const readIntent = (books: Books, id: string): ApiAnswer => {
  const intent = books.intents.get(id);
  return intent === undefined ? missing('payment_intent', id) : { status: 200, body: { ...intent } };
};

const cancelIntent = (books: Books, id: string): ApiAnswer => {
  const intent = books.intents.get(id);
  if (intent === undefined) return missing('payment_intent', id);
  if (intent.status !== 'requires_payment_method') {
    return invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
      'payment_intent_unexpected_state',
    );
  }
  intent.status = 'canceled';
  return { status: 200, body: { ...intent } };
};

const createRefund = (books: Books, { form }: ApiRequest): ApiAnswer => {
  const id = form.get('payment_intent') ?? '';
  const intent = books.intents.get(id);
  if (intent === undefined) return missing('payment_intent', id);
  const amount = amountOf(form);
  if (amount === undefined) return invalid('Invalid integer: amount', 'parameter_invalid_integer');
  const before = books.refunds.filter(({ payment_intent }) => payment_intent === id);
  const left = intent.amount_received - before.reduce((sum, refund) => sum + refund.amount, 0);
  if (amount > left)
    return invalid('Refund amount is greater than unrefunded amount on charge', 'charge_already_refunded');
  const refund = {
    id: newId('re'),
    object: 'refund' as const,
    amount,
    currency: intent.currency,
    payment_intent: id,
    status: 'succeeded' as const,
    created: now(),
  };
  books.refunds.push(refund);
  return { status: 200, body: refund };
};

const createAccount = (books: Books, { form }: ApiRequest): ApiAnswer => {
  const account = {
    id: newId('acct'),
    object: 'account' as const,
    type: form.get('type') ?? '',
    business_profile: { name: form.get('business_profile[name]') ?? '' },
    created: now(),
  };
  books.accounts.set(account.id, account);
  return { status: 200, body: account };
};

const createTransfer = (books: Books, { form }: ApiRequest): ApiAnswer => {
  const destination = form.get('destination') ?? '';
  if (!books.accounts.has(destination)) return missing('destination', destination);
  const amount = amountOf(form);
  if (amount === undefined) return invalid('Invalid integer: amount', 'parameter_invalid_integer');
  const currency = (form.get('currency') ?? '').toLowerCase();
  const transfer = { id: newId('tr'), object: 'transfer' as const, amount, currency, destination, created: now() };
  books.transfers.push(transfer);
  return { status: 200, body: transfer };
};

/** The operations that the marketplace calls; anything else is a 404 as Stripe words it. */
export const answerApi = (books: Books, request: ApiRequest): ApiAnswer => {
  const { method, path } = request;
  const [, id = '', action] = /^\/v1\/payment_intents\/(\w+)(\/cancel)?$/.exec(path) ?? [];
  if (method === 'GET' && id !== '' && action === undefined) return readIntent(books, id);
  if (method === 'POST' && action !== undefined) return cancelIntent(books, id);
  if (method === 'POST' && path === '/v1/payment_intents') return createIntent(books, request);
  if (method === 'POST' && path === '/v1/refunds') return createRefund(books, request);
  if (method === 'POST' && path === '/v1/accounts') return createAccount(books, request);
  if (method === 'POST' && path === '/v1/transfers') return createTransfer(books, request);
  return refused(404, 'invalid_request_error', `Unrecognized request URL (${method}: ${path}).`);
};
