import { z } from 'zod';
import type * as Trials from '../../model/evidence/trials.ts';

const index = z.int().min(0);
// Described, so that JSON Schema has alternatives instead of a list of types, which strict readers complain of.
const text = z.string().describe('Text');
const number = z.number().describe('Number');
const truth = z.boolean().describe('True or false');
const way = z.array(z.union([text, number])).describe('Members and indexes that lead to a value');

const part: z.ZodType<Trials.TrialPart> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('canary') }).describe('A word that stands nowhere else'),
    z.object({ kind: z.literal('unique'), form: z.enum(['word', 'uuid']) }),
    z.object({ kind: z.literal('days'), days: z.number(), form: z.enum(['date', 'time', 'seconds']) }),
    z.object({ kind: z.literal('password') }).describe('The password of who asks'),
    z.object({ kind: z.literal('thing'), thing: z.string(), key: z.string() }),
    z.object({ kind: z.literal('read'), read: z.object({ as: z.string().nullable(), request, at: way }) }),
  ]),
);

const value: z.ZodType<Trials.TrialValue> = z.lazy(() =>
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('literal'), value: z.union([text, number, truth, z.null()]) }),
    z.object({ is: z.literal('text'), parts: z.array(part) }),
    z.object({ is: z.literal('part'), part }),
    z.object({ is: z.literal('list'), items: z.array(value) }),
    z.object({ is: z.literal('object'), members: z.array(z.tuple([z.string(), value])) }),
  ]),
);

const request: z.ZodType<Trials.TrialRequest> = z.lazy(() =>
  z.object({
    method: z.string(),
    origin: index.describe('Index in origins'),
    path: z.array(part).describe('Parts of path and query, to be joined'),
    body: z
      .object({ type: z.enum(['json', 'form', 'file']), value, field: z.string().exactOptional() })
      .exactOptional(),
    headers: z.record(z.string(), part).exactOptional(),
  }),
);

const broken = z.boolean().describe('A finding of the review says that it fails today');
const people = z.array(z.string()).describe('Names of people, and nobody');

const key = z.discriminatedUnion('from', [
  z.object({ from: z.literal('answer'), step: index, at: way, until: z.string().exactOptional() }),
  z.object({ from: z.literal('location') }),
  z.object({ from: z.literal('part'), part }),
]);

const login = z.object({
  role: z.string(),
  kind: z.enum(['json', 'form', 'page', 'authjs']),
  path: z.string(),
  origin: index,
  loginField: z.string(),
  passwordField: z.string(),
  extra: z.record(z.string(), z.union([text, number, truth])),
  token: z.object({ at: z.array(z.string()), header: z.string(), prefix: z.string() }).exactOptional(),
  cookies: z.boolean(),
  csrfAt: z.string().exactOptional(),
  code: z.boolean(),
});

/** model/evidence's BoundaryTrials. */
export const trialsSchema: z.ZodType<Trials.BoundaryTrials> = z.object({
  origins: z.array(z.string()),
  people: z.array(z.object({ name: z.string(), role: z.string(), origin: index })),
  logins: z.array(login),
  things: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      owner: z.string(),
      steps: z.array(request),
      made: index,
      keys: z.record(z.string(), key),
      canary: z.boolean(),
      read: request.exactOptional(),
    }),
  ),
  guards: z.array(z.object({ operation: z.string(), request, refused: people, allowed: people, broken })),
  attempts: z.array(z.object({ operation: z.string(), thing: z.string(), request, refused: people, broken })),
  lists: z.array(z.object({ operation: z.string(), thing: z.string(), request, hidden: people, broken })),
  members: z.array(
    z.object({
      operation: z.string(),
      thing: z.string().exactOptional(),
      as: z.string(),
      request,
      read: request,
      at: way,
      members: z.array(z.tuple([z.string(), value])),
      broken,
    }),
  ),
  webhooks: z.array(
    z.object({
      path: z.string(),
      origin: index,
      scheme: z.enum(['stripe', 'github', 'standard', 'shopify', 'slack', 'hmac']),
      header: z.string().exactOptional(),
      secretEnv: z.string().exactOptional().describe('Name of a variable, never its value'),
      event: value,
      headers: z.record(z.string(), part),
      thing: z.string().exactOptional(),
      refuses: z.array(z.enum(['unsigned', 'forged', 'stale'])),
      statuses: z.array(index),
      takes: z.boolean(),
      once: z.boolean(),
      broken,
    }),
  ),
  limits: z.array(z.object({ role: z.string(), attempts: index, broken })),
});
