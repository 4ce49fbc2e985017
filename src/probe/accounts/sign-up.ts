import { randomBytes } from 'node:crypto';
import { isGood, ask, fromPage, visit, type Door } from '../actors/door.ts';
import { findSignUpForm, untouched } from '../actors/forms.ts';
import { encodingOf, fieldsBody, membersOf } from '../actors/login-operation.ts';
import { newSession } from '../actors/session.ts';
import type { JsonSchema, Operation } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';

const PATH =
  /(?:register|registration|sign-?up|(?:create|new)-?(?:account|user)|\/(?:users?|accounts?|customers?)\/?$)/i;
const NOT_PATH = /(?:admin|verify|confirm|resend|invite|check|log-?in)/i;
const USUAL_PAGES = ['/sign-up', '/signup', '/register'];

export interface SignUpWay {
  operation: Operation;
  email: string;
  password: string;
}

const last = (name: string): string => name.split('.').at(-1) ?? name;
export const strongPassword = (): string => `Lr-${randomBytes(12).toString('base64url')}-9x`;
export const newAddress = (): string => `launch-ready-${randomBytes(6).toString('hex')}@example.com`;

/** Operations by which one makes an account for oneself, likeliest first. */
export const findSignUps = (operations: readonly Operation[]): SignUpWay[] =>
  operations
    .filter(({ method, path }) => method === 'POST' && PATH.test(path) && !NOT_PATH.test(path) && !path.includes('{'))
    .filter(({ sources }) => !sources.includes('form'))
    .flatMap((operation) => {
      const members = [...membersOf(operation).keys()];
      const email = members.find((name) => /^e-?mail(?:address)?$/i.test(last(name)));
      const password = members.find((name) => /^(?:password|passwd|pass)$/i.test(last(name)));
      return email === undefined || password === undefined ? [] : [{ operation, email, password }];
    })
    .toSorted((a, b) => rank(a.operation.path) - rank(b.operation.path));

const text = (value: unknown): string => (typeof value === 'string' ? value : value === true ? 'on' : '');
const rank = (path: string): number => (/register|sign-?up/i.test(path) ? 0 : 1);

/** A harmless value for what a sign-up asks beside address and password. */
export const fillField = (name: string, schema: JsonSchema, password: string): unknown => {
  const choice = schema.enum?.find((one) => typeof one === 'string' && /user|customer|buyer|member/i.test(one));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return choice ?? schema.enum[0];
  if (/password/i.test(name)) return password;
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type;
  if (type === 'boolean' || /terms|consent|agree|accept/i.test(name)) return true;
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (/phone|mobile/i.test(name)) return '+4915112345678';
  if (/user_?name|handle|login|nick/i.test(name)) return `lr${randomBytes(5).toString('hex')}`;
  if (schema.format === 'date' || /birth/i.test(name)) return '1990-01-01';
  return type === 'object' || type === 'array' ? undefined : 'Launch Ready';
};

export interface SignedUp {
  url: string;
  answer: Answer;
  email: string;
  password: string;
  by: SignUpWay | 'form';
}

/** Sends one sign-up by an operation. */
export const signUpBy = async (
  door: Door,
  way: SignUpWay,
  { email, password }: { email: string; password: string },
): Promise<SignedUp> => {
  const { operation } = way;
  const required = new Set(operation.body?.schema.required);
  const values: Record<string, unknown> = {};
  for (const [name, schema] of membersOf(operation)) {
    if (name === way.email || name === way.password) continue;
    const nested = name.includes('.');
    const asked = required.size === 0 || required.has(name) || nested || /confirm|repeat|again/i.test(name);
    const value = asked && schema.type !== 'object' ? fillField(last(name), schema, password) : undefined;
    if (value !== undefined) values[name] = value;
  }
  const url = new URL(operation.path, operation.origin).href;
  const body = fieldsBody(encodingOf(operation), { ...values, [way.email]: email, [way.password]: password });
  const answer = await ask(door, newSession(operation.origin), { method: 'POST', url, body }, 'write');
  return { url, answer, email, password, by: way };
};

/** Sends one sign-up by the form of a page; null when there is none. */
export const signUpByForm = async (
  door: Door,
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<SignedUp | null> => {
  for (const path of USUAL_PAGES) {
    const session = newSession(origin);
    const page = await visit(door, session, { method: 'GET', url: new URL(path, origin).href });
    const form = page.answer.ok && isGood(page.answer.status) ? findSignUpForm(page.answer.text, page.url) : null;
    if (form === null || !door.origins.includes(new URL(form.action).origin)) continue;
    const values = Object.fromEntries(
      form.fields
        .filter(({ type }) => !['submit', 'button', 'hidden'].includes(type))
        .map(({ name, type }) => [name, type === 'email' ? email : text(fillField(name, {}, password))]),
    );
    const request = { method: 'POST' as const, url: form.action, headers: fromPage(page.url) };
    const answer = await ask(door, session, { ...request, body: { form: { ...untouched(form), ...values } } }, 'write');
    return { url: form.action, answer, email, password, by: 'form' };
  }
  return null;
};
