import type { Operation } from '../contract/operation.ts';
import { ask, fromPage, isGood, visit, type Door } from './door.ts';
import { findForms, untouched } from './forms.ts';
import { encodingOf, fieldsBody, membersOf, named } from './login-operation.ts';
import type { MailSecrets } from './mail-secrets.ts';
import { cookiesFor, type Session } from './session.ts';

const PATHS = {
  login: /(?:verify|magic|otp|passwordless|callback|consume|code|log-?in|sign-?in|token)/i,
  address: /(?:verif|confirm|activat)/i,
};
const NOT_PATH = /(?:resend|reset|forgot|send|request|setup|enable|disable|password|payment|webhook|change|phone)/i;
const CODES = [
  'code',
  'otp',
  'pin',
  'passcode',
  'verificationCode',
  'confirmationCode',
  'otpCode',
  'verification_code',
  'confirmation_code',
];
const TOKENS = [
  'token',
  'verificationToken',
  'verification_token',
  'confirmationToken',
  'confirmation_token',
  'key',
  'token_hash',
  'uuid',
];

export interface Confirmed {
  url: string;
  text: string;
  json: unknown;
}

/** Uses what was mailed: at an operation that takes the code or the token, or by opening the link and pressing its button. */
export const confirm = async (
  door: Door,
  session: Session,
  address: string,
  secrets: MailSecrets,
  purpose: 'login' | 'address',
  origin: string,
): Promise<Confirmed | null> => {
  for (const { url, encoding, fields } of triesFor(door.operations, address, secrets, purpose, origin)) {
    const answer = await ask(door, session, { method: 'POST', url, body: fieldsBody(encoding, fields) });
    if (answer.ok && isGood(answer.status)) return { url, text: answer.text, json: answer.json };
  }
  return secrets.link === undefined ? null : open(door, session, secrets.link);
};

const triesFor = (
  operations: readonly Operation[],
  address: string,
  { code, token }: MailSecrets,
  purpose: 'login' | 'address',
  origin: string,
) =>
  operations
    .filter(
      ({ method, path }) =>
        method === 'POST' && !path.includes('{') && PATHS[purpose].test(path) && !NOT_PATH.test(path),
    )
    .flatMap((operation) => {
      const members = [...membersOf(operation).keys()];
      const email = named(members, ['email', 'identifier', 'login', 'username']);
      const codeField = named(members, CODES);
      const tokenField = named(members, TOKENS);
      const secret =
        codeField !== undefined && code !== undefined
          ? { [codeField]: code }
          : tokenField !== undefined && (token ?? code) !== undefined
            ? { [tokenField]: token ?? code }
            : null;
      if (secret === null) return [];
      const url = new URL(operation.path, operation.origin === origin ? origin : operation.origin).href;
      const fields = { ...(email === undefined ? {} : { [email]: address }), ...secret };
      return [{ url, encoding: encodingOf(operation), fields }];
    })
    .slice(0, 2);

/** Follows a link; where its page waits for a button, so that mail scanners use nothing up, presses it. */
const open = async (door: Door, session: Session, link: string): Promise<Confirmed | null> => {
  if (!URL.canParse(link) || !door.origins.includes(new URL(link).origin)) return null;
  const page = await visit(door, session, { method: 'GET', url: link });
  // Where it leads may be missing on this host; what it did for the session counts.
  const entered = Object.keys(cookiesFor(session, link)).length > 0;
  if (!page.answer.ok || (page.answer.status >= 400 && !entered)) return null;
  const { searchParams } = new URL(link);
  const form = findForms(page.answer.text, page.url).find(
    ({ method, fields, action }) =>
      method === 'POST' &&
      door.origins.includes(new URL(action).origin) &&
      fields.some(({ type, value }) => type === 'hidden' && value !== '' && [...searchParams.values()].includes(value)),
  );
  if (form === undefined) return { url: page.url, text: page.answer.text, json: page.answer.json };
  const sent = await visit(door, session, {
    method: 'POST',
    url: form.action,
    headers: fromPage(page.url),
    body: { form: untouched(form) },
  });
  return sent.answer.ok && sent.answer.status < 400
    ? { url: sent.url, text: sent.answer.text, json: sent.answer.json }
    : null;
};
