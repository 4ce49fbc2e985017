import type { JsonSchema, Operation } from '../contract/operation.ts';
import { isPlural, isVerb } from '../inventory/words.ts';
import { segmentsOf } from '../inventory/template.ts';
import { mergedSchema } from '../values/one-schema.ts';
import { isMine, lastParameter, typeName, typeOfParameter, typeOfPath } from './naming.ts';

/** An operation that makes something. */
export interface Creator {
  operation: Operation;
  /** Of what it makes. */
  type: string;
  /** `flow`: makes an order of what was put into a cart before. `single`: each actor has one. */
  kind: 'collection' | 'flow' | 'single';
}

/** Ways in and out, accounts, machines, and whatever is asked rather than made. */
const NEVER =
  /(?:^|\/)(?:auth|authn?|log-?in|log-?out|sign-?(?:in|up|out)|register|registration|sessions?|passwords?|forgot\S*|reset\S*|verif\S*|resend\S*|confirm\S*|refresh\S*|oauth2?|sso|saml|tokens?|api-?keys?|2fa|mfa|totp|otp|web-?hooks?|hooks?|callbacks?|graphql|gql|ask|chat|completions?|assistant|ai|search|query|captchas?|csrf\S*|onboarding|become\S*|upgrade\S*|apply|roles?|permissions?|impersonate|users|accounts|members|invit\S*|subscriptions?|newsletter|contact|deactivat\S*|erasures?|exports?|imports?|backups?|settings|config\S*|jobs|batch|bulk|track\S*|analytics|logs?|metrics|batch|coupons?\/apply|cart\/coupon)(?:\/|$)/i;
const FLOW = /(?:^|\/)(?:check-?out|place-?order|purchase|buy|complete-?(?:cart|order)|submit-?order)$/i;
const CART = /(?:^|\/)(?:carts?|baskets?|bags?)(?:\/|$)/i;
const MAKING = /^(?:create|add|new|store|save|submit|upload)$/i;

const answerHasId = ({ answer }: Operation): boolean | undefined => {
  const schema = answer?.schema;
  if (schema === undefined || Object.keys(schema).length === 0) return undefined;
  const has = (at: JsonSchema, depth: number): boolean =>
    Object.entries(mergedSchema(at).properties ?? {})
      .slice(0, 60)
      .some(
        ([name, one]) =>
          /^(?:_?id|uuid|slug|\w+_?id)$/i.test(name) ||
          (depth < 2 && one.properties !== undefined && has(one, depth + 1)),
      );
  return has(schema, 0);
};

/** `{ order: { id } }` says what was made. */
const wrappedType = ({ answer }: Operation): string | undefined =>
  Object.entries(mergedSchema(answer?.schema ?? {}).properties ?? {}).find(
    ([name, one]) => one.properties?.['id'] !== undefined && !/^(?:data|result|user|shop|cart)$/i.test(name),
  )?.[0];

/** `hasItems`: one thing in it has an address of its own, so it is a collection whatever it is called. */
export const creatorOf = (operation: Operation, hasItems = false): Creator | undefined => {
  const { method, path, sources } = operation;
  if ((method !== 'POST' && method !== 'PUT') || NEVER.test(path) || sources.every((source) => source === 'guess'))
    return undefined;
  const segments = segmentsOf(path);
  const last = segments.at(-1) ?? '';
  if (FLOW.test(path)) {
    return method === 'POST' && answerHasId(operation) !== false
      ? { operation, type: wrappedType(operation) ?? 'order', kind: 'flow' }
      : undefined;
  }
  if (last.includes('{') || (CART.test(path) && !/(?:carts|baskets)$/i.test(last))) return undefined;
  if (MAKING.test(last) || isPlural(last) || (hasItems && !isVerb(last))) {
    const type = typeOfPath(path);
    if (type === undefined || type === 'user' || answerHasId(operation) === false) return undefined;
    // An action on a thing (`/notifications/read-all`) and a word that is done are no collections.
    if (!MAKING.test(last) && isVerb(last) && isVerb(type)) return undefined;
    return { operation, type, kind: 'collection' };
  }
  const isSingle =
    method === 'PUT' && lastParameter(path) === undefined && !path.includes('{') && !isMine(last) && !isVerb(last);
  return isSingle && operation.body !== undefined ? { operation, type: typeName(last), kind: 'single' } : undefined;
};

/** Of two ways to make the same thing in the same place, the better described. */
export const creatorsOf = (operations: readonly Operation[]): Creator[] => {
  const collections = new Set(
    operations.flatMap(
      ({ origin, path }) =>
        /^(.+)\/\{[^/{}]+\}$/
          .exec(path)
          ?.slice(1)
          .map((at) => origin + at) ?? [],
    ),
  );
  const all = operations.flatMap(
    (operation) => creatorOf(operation, collections.has(operation.origin + operation.path)) ?? [],
  );
  const paths = new Set(
    all.filter(({ operation }) => operation.method === 'POST').map(({ operation }) => operation.path),
  );
  return all
    .filter(({ operation, kind }) => operation.method === 'POST' || kind === 'single' || !paths.has(operation.path))
    .toSorted((a, b) => order(a) - order(b));
};

/** Things that need nothing first, then what hangs on them, then deals. */
const order = ({ operation, kind }: Creator): number =>
  (kind === 'flow' ? 50 : kind === 'single' ? 5 : 0) +
  segmentsOf(operation.path).filter((segment) => segment.includes('{')).length * 100;

/** Puts a thing into the actor's cart. */
export const cartOperations = (operations: readonly Operation[]): Operation[] =>
  operations
    .filter(
      ({ method, path, body, sources }) =>
        (method === 'POST' || method === 'PUT') &&
        CART.test(path) &&
        !FLOW.test(path) &&
        !/coupon|voucher|discount|promo|gift|note|address|shipping|clear|merge|\/(?:remove|delete|empty)/i.test(path) &&
        !sources.every((source) => source === 'guess') &&
        (lastParameter(path) !== undefined || Object.keys(body?.schema.properties ?? {}).length > 0),
    )
    // To an item in the cart by its own id is a change, by the thing's id it is the way in; POST comes first.
    .toSorted((a, b) => (a.method === 'POST' ? 0 : 1) - (b.method === 'POST' ? 0 : 1));

const PUBLISH = /^(?:publish|activate|go-?live|list|enable|launch|open|submit|make-?public)$/i;

/** Makes a thing of this type public: `POST /listings/{id}/publish`. */
export const publishOperations = (operations: readonly Operation[], type: string): Operation[] =>
  operations.filter(({ method, path }) => {
    const segments = segmentsOf(path);
    const name = /^\{(.+)\}$/.exec(segments.at(-2) ?? '')?.[1];
    return (
      ['POST', 'PUT', 'PATCH'].includes(method) &&
      PUBLISH.test(segments.at(-1) ?? '') &&
      name !== undefined &&
      typeOfParameter(path, name)?.toLowerCase() === type.toLowerCase()
    );
  });
