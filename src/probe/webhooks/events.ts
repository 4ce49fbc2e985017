import { randomBytes } from 'node:crypto';
import type { JsonSchema } from '../contract/operation.ts';
import type { Endpoint } from './endpoints.ts';
import type { Thing } from './subject.ts';

export interface EventOptions {
  /** Seconds. */
  at: number;
  id: string;
  live: boolean;
  /** In the place of what the thing costs. */
  cents?: number;
  /** In the place of the thing's currency. */
  currency?: string;
  /** A connected account whose event it is, where the provider serves several; its payment is none that the app knows. */
  account?: string;
}

export interface Built {
  body: string;
  /** Headers that the description asks for beside the signature. */
  headers: Readonly<Record<string, string>>;
}

export const newEventId = (): string => `evt_lr${randomBytes(10).toString('hex')}`;

/** Who has an account of their own at the provider makes payments there, and names in them what they like. */
const strangersOf = (thing: Thing | null): Thing | null => {
  if (thing === null) return null;
  const { intent: _intent, session: _session, ...rest } = thing;
  return rest;
};

/** https://docs.stripe.com/api/events/object: a payment that succeeded, with the ids that apps look for. */
export const paymentEvent = (given: Thing | null, options: EventOptions): object => {
  const { at, id, live, cents, account } = options;
  const thing = account === undefined ? given : strangersOf(given);
  const amount = cents ?? thing?.amount?.cents ?? 1000;
  const order = thing?.id ?? `lr${randomBytes(6).toString('hex')}`;
  const metadata = { orderId: order, order_id: order, id: order, bookingId: order, invoiceId: order };
  return {
    id,
    object: 'event',
    api_version: '2024-06-20',
    created: at,
    livemode: live,
    ...(account === undefined ? {} : { account }),
    pending_webhooks: 1,
    type:
      thing?.session !== undefined && thing.intent === undefined
        ? 'checkout.session.completed'
        : 'payment_intent.succeeded',
    data: {
      object: {
        id: thing?.intent ?? thing?.session ?? `pi_lr${randomBytes(8).toString('hex')}`,
        object: thing?.session !== undefined && thing.intent === undefined ? 'checkout.session' : 'payment_intent',
        amount,
        amount_received: amount,
        amount_total: amount,
        currency: options.currency ?? thing?.amount?.currency ?? 'usd',
        status: 'succeeded',
        payment_status: 'paid',
        livemode: live,
        client_reference_id: order,
        metadata,
      },
    },
  };
};

/** https://developer.paypal.com/docs/api/webhooks/v1/: a payment that was captured. */
export const paypalEvent = (thing: Thing | null, { at, id, cents, currency }: EventOptions): object => {
  const order = thing?.id ?? `lr${randomBytes(6).toString('hex')}`;
  const value = ((cents ?? thing?.amount?.cents ?? 1000) / 100).toFixed(2);
  const code = (currency ?? thing?.amount?.currency ?? 'usd').toUpperCase();
  return {
    id,
    event_version: '1.0',
    create_time: new Date(at * 1000).toISOString(),
    resource_type: 'capture',
    resource_version: '2.0',
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource: {
      id: `lr${randomBytes(8).toString('hex')}`,
      status: 'COMPLETED',
      final_capture: true,
      amount: { currency_code: code, value },
      custom_id: order,
      invoice_id: order,
      supplementary_data: { related_ids: { order_id: order } },
    },
  };
};

const DONE = /deliver|paid|complete|succeed|success|captured|settled|ship/i;

/** A body that fits a described event and speaks of the thing. */
export const eventFrom = (
  schema: JsonSchema,
  thing: Thing | null,
  options: EventOptions,
  name = '',
  depth = 0,
): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined)
    return schema.enum.find((one) => typeof one === 'string' && DONE.test(one)) ?? schema.enum[0];
  const branch = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (branch !== undefined && schema.properties === undefined && depth < 6)
    return eventFrom(branch, thing, options, name, depth + 1);
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type;
  if (schema.properties !== undefined && depth < 6) {
    return Object.fromEntries(
      Object.entries(schema.properties)
        .slice(0, 60)
        .map(([key, member]) => [key, eventFrom(member, thing, options, key, depth + 1)]),
    );
  }
  if (type === 'boolean') return /live/i.test(name) ? options.live : true;
  if (type === 'integer' || type === 'number')
    return /amount|total|cents|price/i.test(name) ? (options.cents ?? thing?.amount?.cents ?? 1000) : options.at;
  if (type === 'array')
    return schema.items === undefined ? [] : [eventFrom(schema.items, thing, options, name, depth + 1)];
  if (type === 'object') return {};
  if (schema.format === 'date-time' || /(?:_at|At|date|time)$/.test(name))
    return new Date(options.at * 1000).toISOString();
  if (/tracking/i.test(name)) return thing?.tracking ?? `LR${randomBytes(6).toString('hex')}`;
  if (/intent/i.test(name)) return thing?.intent ?? `pi_lr${randomBytes(8).toString('hex')}`;
  if (/order|reference|booking|invoice/i.test(name)) return thing?.id ?? randomBytes(8).toString('hex');
  if (/currency/i.test(name)) return options.currency ?? thing?.amount?.currency ?? 'usd';
  if (/status|state/i.test(name)) return 'paid';
  if (schema.format === 'email' || /e-?mail$|^to$/i.test(name)) return 'launch-ready@example.com';
  if (schema.format === 'uuid') return thing?.id ?? '00000000-0000-4000-8000-000000000000';
  if (/^(?:event_?)?id$/i.test(name)) return options.id;
  return 'launch-ready';
};

const isDescribed = ({ operation }: Endpoint): boolean => {
  const properties = operation?.body?.schema.properties ?? {};
  return (
    Object.keys(properties).length > 0 &&
    !('type' in properties && 'data' in properties && Object.keys(properties['data']?.properties ?? {}).length === 0)
  );
};

/** The event that this endpoint expects: as described, else as its provider sends it. */
export const buildEvent = (endpoint: Endpoint, thing: Thing | null, options: EventOptions): Built => {
  const described = isDescribed(endpoint) && endpoint.operation?.body !== undefined;
  const event = described
    ? eventFrom(endpoint.operation?.body?.schema ?? {}, thing, options)
    : endpoint.scheme === 'paypal'
      ? paypalEvent(thing, options)
      : paymentEvent(thing, options);
  const asked = (endpoint.operation?.parameters ?? []).filter(
    ({ in: where, name }) =>
      where === 'header' &&
      /(?:delivery|event|message|webhook)[-_]?id$/i.test(name) &&
      !/^(?:webhook|svix)-id$/i.test(name),
  );
  return {
    body: JSON.stringify(event),
    headers: Object.fromEntries(asked.map(({ name }) => [name.toLowerCase(), options.id])),
  };
};

/** Whether the endpoint's event speaks of payments, and not of parcels or mail. */
export const speaksOfMoney = (endpoint: Endpoint): boolean =>
  !/ship|parcel|carrier|tracking|deliver|mail|sms/i.test(endpoint.path) &&
  (!isDescribed(endpoint) ||
    /amount|intent|payment|total/i.test(JSON.stringify(endpoint.operation?.body?.schema ?? {})));
export const speaksOfParcels = (endpoint: Endpoint): boolean =>
  /tracking/i.test(JSON.stringify(endpoint.operation?.body?.schema.properties ?? {}));
