import type { Operation } from '../contract/operation.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { ask, isGood, type Door } from './door.ts';
import { findToken } from './find-token.ts';
import { encodingOf, fieldsBody, membersOf } from './login-operation.ts';
import { notEntered, type Account, type FieldsRecipe, type NotEntered } from './recipe.ts';
import type { Session } from './session.ts';
import { totp } from './totp.ts';

const FACTOR = /(?:2fa|mfa|totp|otp|two[-_ ]?factor|second[-_ ]?(?:factor|step)|authenticator|verification[-_ ]?code)/i;
const WANTED = /(?:requir|need|pending|challenge|expected|prompt|missing)/i;
const CODE_FIELD =
  /^(?:code|otp|totp|token|pin|passcode|(?:totp|otp|mfa|2fa|two_?factor|verification|auth)_?(?:code|token)|totpToken)$/i;
const TRANSIENT = /(?:token|ticket|challenge|session|state|nonce|user_?id|request_?id|factor_?id)$/i;
const SECOND_PATH = /(?:2fa|mfa|totp|otp|two-?factor|challenge|second-?(?:factor|step))/i;
const NOT_SECOND_PATH = /(?:setup|enable|disable|enrol|register|resend|send|qr|secret|recovery|backup|remove|email)/i;
const GUESSES = [
  '2fa/verify',
  'mfa/verify',
  '2fa',
  'mfa',
  'totp',
  'verify-2fa',
  'verify-otp',
  '../2fa/verify',
  '../mfa/verify',
];

/** Every member below, with its name; bounded. */
const membersBelow = (json: unknown, depth = 0): [string, unknown][] =>
  typeof json !== 'object' || json === null || depth > 3
    ? []
    : Object.entries(json)
        .slice(0, 50)
        .flatMap(([name, value]) => [[name, value] as [string, unknown], ...membersBelow(value, depth + 1)]);

/** Whether a login's answer asks for a code as the second step. */
export const asksForCode = ({ status, json }: Pick<GoodAnswer, 'status' | 'json'>): boolean => {
  if (status >= 500 || status === 404) return false;
  const members = membersBelow(json);
  const flagged = members.some(([name, value]) => value === true && FACTOR.test(name) && WANTED.test(name));
  if (flagged) return true;
  if (isGood(status) && findToken(json) !== undefined) return false;
  return members.some(
    ([, value]) =>
      typeof value === 'string' && value.length < 300 && FACTOR.test(value) && (isGood(status) || WANTED.test(value)),
  );
};

interface FirstStep {
  url: string;
  recipe: FieldsRecipe;
  fields: Readonly<Record<string, unknown>>;
  answer: GoodAnswer;
  /** Gives the code that was mailed, where no secret is known. */
  mailed?: () => Promise<string | undefined>;
}

interface Try {
  url: string;
  encoding: 'json' | 'form';
  fields: Readonly<Record<string, unknown>>;
}

/** Answers with the code of the moment, where the app's description says or where such steps commonly are. */
export const answerCode = async (
  door: Door,
  session: Session,
  { totpSecret }: Account,
  first: FirstStep,
): Promise<{ ok: true; answer: GoodAnswer; session: Session } | NotEntered> => {
  const code = totpSecret === undefined ? await first.mailed?.() : totp(totpSecret, Date.now());
  if (code == null)
    return notEntered(
      'refused',
      `${first.recipe.path} asks for a code, and there is no good secret for codes (totpEnv)`,
    );
  const transient = Object.fromEntries(
    membersBelow(first.answer.json).filter(
      ([name, value]) => TRANSIENT.test(name) && (typeof value === 'string' || typeof value === 'number'),
    ),
  );
  const bearer = Object.values(transient).find((value) => typeof value === 'string' && value.length >= 16);
  for (const { url, encoding, fields } of triesFor(door.operations, first, code, transient)) {
    const answer = await ask(door, session, {
      method: 'POST',
      url,
      body: fieldsBody(encoding, fields),
      ...(typeof bearer === 'string' && /^[\x21-\x7e]+$/.test(bearer)
        ? { headers: { authorization: `Bearer ${bearer}` } }
        : {}),
    });
    if (!answer.ok) return notEntered('silent', `${new URL(url).pathname}: ${answer.said}`);
    if (isGood(answer.status) && !asksForCode(answer)) return { ok: true, answer, session };
    // A second wrong code may lock the account.
    if ([401, 403, 429].includes(answer.status) && url !== first.url) {
      return notEntered('refused', `${new URL(url).pathname} answered ${answer.status} to the code`);
    }
  }
  return notEntered('refused', `${first.recipe.path} asks for a code; where to send it was not found`);
};

const triesFor = (
  operations: readonly Operation[],
  { url, recipe, fields }: FirstStep,
  code: string,
  transient: Readonly<Record<string, unknown>>,
): Try[] => {
  const { origin } = new URL(url);
  const described = operations.flatMap((operation): Try[] => {
    const { method, path } = operation;
    if (method !== 'POST' || path.includes('{') || !SECOND_PATH.test(path) || NOT_SECOND_PATH.test(path)) return [];
    const names = [...membersOf(operation).keys()];
    const codeField = names.find((name) => CODE_FIELD.test(name) && transient[name] === undefined);
    if (codeField === undefined) return [];
    const [only] = Object.values(transient);
    const rest = names.flatMap((name) => {
      const value = transient[name] ?? (TRANSIENT.test(name) ? only : undefined) ?? fields[name];
      return name === codeField || value === undefined ? [] : [[name, value] as const];
    });
    const body = { ...Object.fromEntries(rest), [codeField]: code };
    return [{ url: new URL(path, origin).href, encoding: encodingOf(operation), fields: body }];
  });
  if (described.length > 0) return described.slice(0, 2);
  const login = operations.find(({ method, path }) => method === 'POST' && path === recipe.path);
  const own = login === undefined ? undefined : [...membersOf(login).keys()].find((name) => CODE_FIELD.test(name));
  if (own !== undefined) return [{ url, encoding: recipe.encoding, fields: { ...fields, [own]: code } }];
  const all = { ...transient, code, otp: code, totp: code, totpToken: code, totpCode: code, mfaCode: code };
  return [
    ...GUESSES.map((guess): Try => ({ url: new URL(guess, url).href, encoding: 'json', fields: all })),
    { url, encoding: recipe.encoding, fields: { ...fields, code } },
    { url, encoding: recipe.encoding, fields: { ...fields, totp: code } },
  ];
};
