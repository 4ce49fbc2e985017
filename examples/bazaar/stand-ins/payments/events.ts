import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { newId, now, type Charge, type Intent } from './objects.ts';

type EventObject = Intent | Charge;

export interface SentEvent {
  readonly id: string;
  readonly type: string;
  /** The JSON that was sent, byte by byte the same at each delivery. */
  readonly body: string;
  /** Status of each delivery's answer; 0 when nobody answered. */
  readonly deliveries: number[];
}

export interface Deliverer {
  readonly events: readonly SentEvent[];
  /** Makes the event and delivers it; resolves after the first try. Further tries follow until one is answered with 2xx. */
  readonly send: (type: string, object: EventObject) => Promise<SentEvent>;
  readonly resend: (eventId: string) => Promise<number>;
  readonly stop: () => void;
}

const MOST_TRIES = 60;

/** The Stripe-Signature header over exactly this body, made now. */
export const signatureOf = (secret: string, body: string, time = now()): string =>
  `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;

export const createDeliverer = (secret: string, url: () => string): Deliverer => {
  const events: SentEvent[] = [];
  const ended = new AbortController();

  const deliver = async (event: SentEvent): Promise<number> => {
    let status = 0;
    try {
      const answer = await fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': signatureOf(secret, event.body) },
        body: event.body,
        redirect: 'manual',
        signal: AbortSignal.any([ended.signal, AbortSignal.timeout(10_000)]),
      });
      status = answer.status;
      await answer.body?.cancel();
    } catch {
      // Nobody listens just now.
    }
    event.deliveries.push(status);
    return status;
  };

  const retry = async (event: SentEvent): Promise<void> => {
    for (let attempt = 1; attempt < MOST_TRIES; attempt++) {
      await wait(Math.min(100 * 2 ** attempt, 5_000), undefined, { signal: ended.signal, ref: false });
      const status = await deliver(event);
      if (status >= 200 && status < 300) return;
    }
  };

  return {
    events,
    send: async (type, object) => {
      const id = newId('evt');
      const content = {
        id,
        object: 'event',
        api_version: '2026-01-28',
        created: now(),
        livemode: object.livemode,
        pending_webhooks: 1,
        type,
        data: { object },
      };
      const event: SentEvent = { id, type, body: JSON.stringify(content), deliveries: [] };
      events.push(event);
      const status = await deliver(event);
      if (status < 200 || status >= 300) void retry(event).catch(() => undefined);
      return event;
    },
    resend: (eventId) => {
      const event = events.find(({ id }) => id === eventId);
      if (event === undefined) throw new Error(`no event ${eventId}`);
      return deliver(event);
    },
    stop: () => ended.abort(),
  };
};
