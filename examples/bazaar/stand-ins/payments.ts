import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi, refused } from './payments/api.ts';
import { createDeliverer, type SentEvent } from './payments/events.ts';
import { createFaults, type Hold } from './payments/faults.ts';
import { createIdempotency } from './payments/idempotency.ts';
import {
  chargeOf,
  emptyBooks,
  newId,
  type Account,
  type Intent,
  type Refund,
  type Transfer,
} from './payments/objects.ts';
import { isAllowedReturn, messagePage, paymentPage } from './payments/page.ts';

export interface PaymentsOptions {
  port?: number;
  secretKey: string;
  webhookSecret: string;
  webhookUrl: () => string;
}

/** A payments provider on loopback, with what a test needs to see and to do. */
export interface PaymentsStandIn {
  url: string;
  port: number;
  /** For PAYMENT_PAGE_URL. */
  pageUrl: string;
  intents: ReadonlyMap<string, Intent>;
  refunds: readonly Refund[];
  transfers: readonly Transfer[];
  events: readonly SentEvent[];
  /** Takes over what an earlier run of the stand-in had made: it forgets everything when it stops. */
  adopt(known: { intents: readonly Intent[]; accounts: readonly Account[] }): void;
  /** The customer pays; resolves when the event has been tried once. */
  pay(intentId: string): Promise<SentEvent>;
  /** Delivers an event again with a fresh signature; resolves to the answer's status, 0 for none. */
  resend: (eventId: string) => Promise<number>;
  hold: (route: string) => Hold;
  breakNext: (route: string) => void;
  close(): Promise<void>;
}

const isKey = (authorization: string | undefined, secretKey: string): boolean => {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  const key = scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':')[0] : value;
  const [given, expected] = [Buffer.from(key ?? ''), Buffer.from(secretKey)];
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const formOf = async (req: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 100_000) throw new Error('too large');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};

/** Speaks the parts of Stripe's API that the marketplace uses, shows a page to pay on, and sends signed events. */
export const startPayments = async (options: PaymentsOptions): Promise<PaymentsStandIn> => {
  const { secretKey, webhookSecret, webhookUrl } = options;
  const books = emptyBooks();
  const deliverer = createDeliverer(webhookSecret, webhookUrl);
  const faults = createFaults();
  const once = createIdempotency();

  const pay = (intentId: string): Promise<SentEvent> => {
    const intent = books.intents.get(intentId);
    if (intent?.status !== 'requires_payment_method') throw new Error(`${intentId} cannot be paid`);
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    return deliverer.send('payment_intent.succeeded', intent);
  };

  const serveApi = async (req: IncomingMessage, res: ServerResponse, path: string): Promise<void> => {
    const form = await formOf(req);
    const method = req.method ?? '';
    const route = `${method} ${path}`;
    const key = req.headers['idempotency-key'];
    const refundsBefore = books.refunds.length;
    const answer = !isKey(req.headers.authorization, secretKey)
      ? refused(401, 'invalid_request_error', 'Invalid API Key provided.')
      : faults.isBroken(route)
        ? refused(500, 'api_error', 'Something went wrong on our end.')
        : once(key?.toString(), { method, path, form }, () => answerApi(books, { method, path, form }));
    const charge = books.refunds.length > refundsBefore ? chargeOf(books, form.get('payment_intent') ?? '') : undefined;
    await faults.waitFor(route);
    if (charge !== undefined) void deliverer.send('charge.refunded', charge);
    res.writeHead(answer.status, {
      'content-type': 'application/json',
      'request-id': newId('req'),
      'stripe-should-retry': 'false',
    });
    res.end(JSON.stringify(answer.body));
  };

  const servePage = async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const fields = req.method === 'POST' ? await formOf(req) : url.searchParams;
    const returnUrl = fields.get('return_url') ?? '';
    const intent = books.intents.get(url.pathname.slice('/pay/'.length));
    const send = (status: number, body: string): void => {
      res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' }).end(body);
    };
    if (intent === undefined || fields.get('client_secret') !== intent.client_secret) {
      return send(404, messagePage('There is no such payment.'));
    }
    if (!isAllowedReturn(returnUrl, webhookUrl())) return send(400, messagePage('The way back is not allowed.'));
    if (intent.status === 'canceled') return send(409, messagePage('This payment was cancelled.'));
    if (req.method !== 'POST') return send(200, paymentPage(intent, returnUrl));
    if (intent.status === 'requires_payment_method') await pay(intent.id);
    res.writeHead(303, { location: returnUrl }).end();
  };

  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://stand-in');
    const served = url.pathname.startsWith('/pay/') ? servePage(req, res, url) : serveApi(req, res, url.pathname);
    served.catch(() => res.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    pageUrl: `${url}/pay`,
    intents: books.intents,
    refunds: books.refunds,
    transfers: books.transfers,
    events: deliverer.events,
    adopt: ({ intents, accounts }) => {
      for (const intent of intents) books.intents.set(intent.id, intent);
      for (const account of accounts) books.accounts.set(account.id, account);
    },
    pay,
    resend: deliverer.resend,
    hold: faults.hold,
    breakNext: faults.breakNext,
    close: async () => {
      deliverer.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
