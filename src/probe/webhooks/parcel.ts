import { randomBytes } from 'node:crypto';
import { encodingOf, fieldsBody, membersOf } from '../actors/login-operation.ts';
import { isGood } from '../actors/door.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { deliver } from './deliver.ts';
import { buildEvent, newEventId, speaksOfMoney } from './events.ts';
import type { Endpoint } from './endpoints.ts';
import { signatureHeaders } from './schemes.ts';
import { movedOn } from './state.ts';
import { lookAt, pendingThing, type Thing } from './subject.ts';

/** An order of ours that is on its way: paid by a signed event, and sent by its seller. Null when one of the steps is not to be had. */
export const parcelThing = async (context: ProbeContext, endpoints: readonly Endpoint[]): Promise<Thing | null> => {
  const sent = await trackedThing(context);
  if (sent !== null) return sent;
  const pay = endpoints.find((endpoint) => endpoint.secret !== undefined && speaksOfMoney(endpoint));
  const thing = pay === undefined ? null : await pendingThing(context);
  if (pay?.secret === undefined || thing === null) return null;
  const at = Math.floor(Date.now() / 1000);
  const id = newEventId();
  const { body, headers } = buildEvent(pay, thing, {
    at,
    id,
    live: context.config.boundary?.environment === 'production',
  });
  await deliver(context, pay, body, {
    ...headers,
    ...signatureHeaders({ scheme: pay.scheme, secret: pay.secret, header: pay.header, at, id }, body),
  });
  const { status } = await thing.read();
  if (!movedOn(thing.status, status) || !(await ship(context, thing))) return null;
  const shipped = await lookAt(context, thing.resource);
  return shipped?.tracking === undefined ? null : shipped;
};

const trackedThing = async (context: ProbeContext): Promise<Thing | null> => {
  for (const resource of context.resources
    .all()
    .filter(({ ours, type }) => ours && /order|shipment|parcel/i.test(type))
    .slice(-3)) {
    const thing = await lookAt(context, resource);
    if (thing?.tracking !== undefined && !/deliver|complete/i.test(thing.status)) return thing;
  }
  return null;
};

/** Sends the order as whoever may: one of the sellers sold it. */
const ship = async (context: ProbeContext, thing: Thing): Promise<boolean> => {
  const operation = context.operations.find(
    ({ method, path }) =>
      method === 'POST' &&
      /order|shipment/i.test(path) &&
      /\}\/(?:ship|dispatch|fulfil|fulfill|send|shipment)\/?$/i.test(path),
  );
  if (operation === undefined) return false;
  const field = [...membersOf(operation).keys()].find((name) => /tracking/i.test(name)) ?? 'trackingCode';
  const url = new URL(operation.path.replaceAll(/\{[^}]+\}/g, encodeURIComponent(thing.id)), operation.origin).href;
  const sellers = context.actors.all
    .filter(({ name, rank }) => name !== thing.owner.name && rank >= thing.owner.rank)
    .toSorted((a, b) => a.rank - b.rank);
  for (const seller of sellers.slice(0, 5)) {
    const body = fieldsBody(encodingOf(operation), { [field]: `LR${randomBytes(6).toString('hex').toUpperCase()}` });
    const answer = await context.send({ method: 'POST', url, body }, { as: seller, mode: 'write' });
    if (answer.ok && isGood(answer.status)) return true;
  }
  return false;
};
