import type * as Boundary from '../model/evidence/boundary.ts';
import { flag, list, members, number, oneOf, orNull, record, text, type Shape } from './shape.ts';

const strings = list(text());
/** Name and value. */
const pairs = list(list(text(), 2), 1000);
const scalar: Shape = (value, at) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? null : `${at} must be text, a number or true or false`;

export const exchanges: Shape = record(
  members<Boundary.Exchange>(
    {
      id: text(100),
      actor: orNull(text(200)),
      method: text(20),
      url: text(10_000),
      requestHeaders: pairs,
      status: orNull(number),
      headers: pairs,
      bytes: number,
      ms: number,
    },
    { requestBody: text(), body: text(), error: text() },
  ),
);

export const observations: Shape = list(
  members<Boundary.Observation>(
    {
      probe: text(200),
      subject: text(10_000),
      verdict: oneOf('confirmed', 'likely', 'inconclusive', 'refuted', 'not-tested'),
      said: text(),
      exchanges: strings,
    },
    { actor: text(200), owner: text(200), facts: record(scalar) },
  ),
);

export const operations: Shape = list(
  members<Boundary.BoundaryOperation>(
    { id: text(10_000), origin: text(1000), method: text(20), path: text(10_000), sources: strings, tested: flag },
    { declared: oneOf('public', 'protected'), twin: text(), reason: text() },
  ),
);

export const actors: Shape = list(
  members<Boundary.BoundaryActor>({
    name: text(200),
    role: text(200),
    tenant: text(200),
    via: text(200),
    state: oneOf('alive', 'lost', 'unproven', 'never'),
    detail: text(),
  }),
);

export const matrix: Shape = list(
  members<Boundary.AccessCell>(
    {
      operation: text(10_000),
      role: text(200),
      outcome: oneOf('open', 'own', 'refused', 'leak', 'odd', 'unknown', 'not-tested'),
      status: orNull(number),
    },
    { exchange: text(100) },
  ),
);

const made = list(
  members<Boundary.MadeObject>(
    {
      type: text(200),
      id: text(1000),
      owner: text(200),
      by: text(10_000),
      state: oneOf('there', 'removed', 'cannot be removed'),
    },
    { remove: text() },
  ),
);

export const run: Shape = members<Boundary.BoundaryRun>(
  {
    id: text(100),
    origins: strings,
    environment: oneOf('development', 'staging', 'production'),
    mode: oneOf('passive', 'read', 'write', 'destructive', 'burst'),
    planHash: text(100),
    proof: text(),
    requests: number,
    refused: record(number),
    made,
    milliseconds: number,
  },
  {
    earlier: made,
    stopped: text(),
    deaf: text(),
    probes: record(oneOf('ran', 'mode', 'stopped', 'failed')),
    frameworks: strings,
  },
);
