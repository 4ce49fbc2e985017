import { isGood } from '../actors/door.ts';
import { membersOf } from '../actors/login-operation.ts';
import type { Method, Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { readWith, type Headers } from '../accounts/own-answer.ts';

const OWN = /(?:^|\/)(?:me|profile|account|settings|self|users?\/me|current-?user)\/?$/i;
const FIELDS = ['bio', 'about', 'description', 'displayName', 'display_name', 'name', 'fullName', 'firstName', 'city'];

/** A change of a harmless field of one's own, and where its effect is read. */
export interface OwnWrite {
  operation: Operation;
  url: string;
  bodyWith: (value: string) => Record<string, unknown>;
  read: () => Promise<Answer>;
  before: string;
}

/** Operations on the caller's own profile. */
export const ownWrites = (operations: readonly Operation[], methods: readonly Method[]): Operation[] =>
  operations.filter(({ method, path }) => methods.includes(method) && OWN.test(path) && !path.includes('{'));

export const findOwnWrite = async (
  context: ProbeContext,
  headersFor: (url: string) => Headers,
  origin: string,
  methods: readonly Method[] = ['PATCH', 'PUT', 'POST'],
): Promise<OwnWrite | null> => {
  for (const operation of ownWrites(context.operations, methods).slice(0, 4)) {
    if (operation.origin !== origin) continue;
    const url = new URL(operation.path, origin).href;
    const members = new Set(membersOf(operation).keys());
    const now = await readWith(context, url, headersFor(url));
    if (!now.ok || !isGood(now.status) || typeof now.json !== 'object' || now.json === null) continue;
    const shown = now.json as Record<string, unknown>;
    const field = FIELDS.find((name) => members.has(name) && (typeof shown[name] === 'string' || shown[name] === null));
    if (field === undefined) continue;
    const required = (operation.body?.schema.required ?? []).filter((name) => typeof shown[name] === 'string');
    const rest = Object.fromEntries(required.map((name) => [name, shown[name]]));
    return {
      operation,
      url,
      bodyWith: (value) => ({ ...rest, [field]: value }),
      read: () => readWith(context, url, headersFor(url)),
      before: typeof shown[field] === 'string' ? shown[field] : '',
    };
  }
  return null;
};
