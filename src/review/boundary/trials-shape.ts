import type * as Trials from '../../model/evidence/trials.ts';
import { flag, isObject, list, members, number, oneOf, orNull, record, text, type Shape } from '../shape.ts';

const MOST = 5_000;
/** Bodies are no deeper, and a checker that calls itself must end. */
const DEEPEST = 24;

const name = text(300);
const words = text(20_000);
const index: Shape = (value, at) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 10_000
    ? null
    : `${at} must be a small whole number`;
const scalar: Shape = (value, at) =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
    ? null
    : `${at} must be a plain value`;
const step: Shape = (value, at) => (typeof value === 'number' ? index(value, at) : name(value, at));
const way = list(step, 40);

/** One of several shapes, told apart by a member. */
const byMember =
  (member: string, shapes: (depth: number) => Readonly<Record<string, Shape>>) =>
  (depth: number): Shape =>
  (value, at) => {
    if (depth > DEEPEST) return `${at} is nested too deep`;
    if (!isObject(value)) return `${at} must be an object`;
    const kind = value[member];
    const all = shapes(depth + 1);
    const shape = typeof kind === 'string' && Object.hasOwn(all, kind) ? all[kind] : undefined;
    return shape === undefined ? `${at}.${member} must be one of ${Object.keys(all).join(', ')}` : shape(value, at);
  };

const part = byMember('kind', (depth) => ({
  text: members<{ text: string }>({ text: words }),
  canary: members<object>({}),
  unique: members<{ form: string }>({ form: oneOf('word', 'uuid') }),
  days: members<{ days: number; form: string }>({ days: number, form: oneOf('date', 'time', 'seconds') }),
  password: members<object>({}),
  thing: members<{ thing: string; key: string }>({ thing: name, key: name }),
  read: members<{ read: Trials.TrialRead }>({
    read: members<Trials.TrialRead>({ as: orNull(name), request: request(depth), at: way }),
  }),
}));

const pair =
  (first: Shape, second: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) && value.length === 2
      ? (first(value[0], `${at}[0]`) ?? second(value[1], `${at}[1]`))
      : `${at} must be a pair`;

const value = byMember('is', (depth) => ({
  literal: members<{ value: unknown }>({
    value: (one, at) => (typeof one === 'string' ? words(one, at) : scalar(one, at)),
  }),
  text: members<{ parts: unknown }>({ parts: list(part(depth), 500) }),
  part: members<{ part: unknown }>({ part: part(depth) }),
  list: members<{ items: unknown }>({ items: list((one, at) => value(depth)(one, at), 500) }),
  object: members<{ members: unknown }>({
    members: list(
      pair(name, (one, at) => value(depth)(one, at)),
      500,
    ),
  }),
}));

const request =
  (depth: number): Shape =>
  (candidate, at) =>
    members<Trials.TrialRequest>(
      {
        method: oneOf('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
        origin: index,
        path: list(part(depth), 200),
      },
      {
        body: members<NonNullable<Trials.TrialRequest['body']>>(
          { type: oneOf('json', 'form', 'file'), value: value(depth) },
          { field: name },
        ),
        headers: record(part(depth)),
      },
    )(candidate, at);

const key = byMember('from', (depth) => ({
  answer: members<{ step: number; at: unknown; until: string }>({ step: index, at: way }, { until: name }),
  location: members<object>({}),
  part: members<{ part: unknown }>({ part: part(depth) }),
}));

const people = list(members<Trials.TrialPerson>({ name, role: name, origin: index }), MOST);
const names = list(name, MOST);

/** model/evidence's BoundaryTrials, as untrusted JSON. */
export const trialsShape = members<Trials.BoundaryTrials>({
  origins: list(name, 100),
  people,
  logins: list(
    members<Trials.TrialLogin>(
      {
        role: name,
        kind: oneOf('json', 'form', 'page', 'authjs'),
        path: name,
        origin: index,
        loginField: name,
        passwordField: name,
        extra: record(scalar),
        cookies: flag,
        code: flag,
      },
      {
        token: members<NonNullable<Trials.TrialLogin['token']>>({ at: list(name, 40), header: name, prefix: name }),
        csrfAt: name,
      },
    ),
    MOST,
  ),
  things: list(
    members<Trials.TrialThing>(
      { name, type: name, owner: name, steps: list(request(0), 50), made: index, keys: record(key(0)), canary: flag },
      { read: request(0) },
    ),
    MOST,
  ),
  guards: list(
    members<Trials.TrialGuard>({ operation: name, request: request(0), refused: names, allowed: names, broken: flag }),
    MOST,
  ),
  attempts: list(
    members<Trials.TrialAttempt>({ operation: name, thing: name, request: request(0), refused: names, broken: flag }),
    MOST,
  ),
  lists: list(
    members<Trials.TrialList>({ operation: name, thing: name, request: request(0), hidden: names, broken: flag }),
    MOST,
  ),
  members: list(
    members<Trials.TrialMembers>(
      {
        operation: name,
        as: name,
        request: request(0),
        read: request(0),
        at: way,
        members: list(pair(name, value(0)), 100),
        broken: flag,
      },
      { thing: name },
    ),
    MOST,
  ),
  webhooks: list(
    members<Trials.TrialWebhook>(
      {
        path: name,
        origin: index,
        scheme: oneOf('stripe', 'github', 'standard', 'shopify', 'slack', 'hmac'),
        event: value(0),
        headers: record(part(0)),
        refuses: list(oneOf('unsigned', 'forged', 'stale'), 10),
        statuses: list(index, 100),
        takes: flag,
        once: flag,
        broken: flag,
      },
      { header: name, secretEnv: name, thing: name },
    ),
    MOST,
  ),
  limits: list(members<Trials.TrialLimit>({ role: name, attempts: index, broken: flag }), MOST),
});
