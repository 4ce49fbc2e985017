import { encodingOf, fieldsBody, membersOf } from '../actors/login-operation.ts';
import { headersOf } from '../actors/session.ts';
import type { Operation } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';
import { comparable, readWith } from '../accounts/own-answer.ts';
import { say } from '../accounts/observe.ts';
import { newAddress, strongPassword } from '../accounts/sign-up.ts';
import { throwAwayProbe } from './throw-away-probe.ts';

const SUBJECT = 'e-mail change';
const NOT_PATH =
  /(?:log-?in|sign-?in|sign-?up|register|forgot|reset|verif|confirm|resend|invite|newsletter|subscribe|contact|admin|auth\/|checkout)/i;
const OWN = /(?:^|\/)(?:me|profile|account|settings|self|user|e-?mail)(?:\/|$)/i;

/** Operations that may change one's own address: such as take it, and the profile's own in any case. */
export const emailChanges = (operations: readonly Operation[]): { operation: Operation; field: string }[] =>
  operations
    .filter(
      ({ method, path }) =>
        ['POST', 'PUT', 'PATCH'].includes(method) && OWN.test(path) && !NOT_PATH.test(path) && !path.includes('{'),
    )
    .flatMap((operation) => {
      const field = [...membersOf(operation).keys()].find((name) =>
        /^(?:new_?)?e-?mail(?:_?address)?$/i.test(name.split('.').at(-1) ?? name),
      );
      if (field !== undefined) return [{ operation, field }];
      return /(?:me|profile|account)\/?$/i.test(operation.path) && operation.method !== 'POST'
        ? [{ operation, field: 'email' }]
        : [];
    })
    .slice(0, 4);

export const emailChangeUnconfirmed = throwAwayProbe({
  id: 'email-change-unconfirmed',
  tries: 'whether an e-mail address can be changed without password or confirmation',
  subject: SUBJECT,
  requests: 16,
  run: async (context, made) => {
    const changes = emailChanges(context.operations);
    if (changes.length === 0)
      return say(SUBJECT, 'not-tested', 'No operation that changes one’s own address was found.');
    const answers: Answer[] = [];
    const { own, account } = made;
    const read = (): Promise<Answer> => readWith(context, own.url, headersOf(made.session, own.url));
    for (const { operation, field } of changes) {
      const url = new URL(operation.path, operation.origin).href;
      const shown =
        own.mine.ok && typeof own.mine.json === 'object' && operation.method === 'PUT'
          ? (own.mine.json as Record<string, unknown>)
          : {};
      const required = Object.fromEntries(
        (operation.body?.schema.required ?? []).flatMap((name) => (name in shown ? [[name, shown[name]]] : [])),
      );
      const passwordField = [...membersOf(operation).keys()].find((name) => /pass/i.test(name));
      const send = (email: string, password?: string): Promise<Answer> =>
        context.send(
          {
            method: operation.method,
            url,
            headers: headersOf(made.session, url),
            body: fieldsBody(encodingOf(operation), {
              ...required,
              [field]: email,
              ...(passwordField === undefined || password === undefined ? {} : { [passwordField]: password }),
            }),
          },
          { as: null, mode: 'write' },
        );
      for (const password of passwordField === undefined ? [undefined] : [undefined, strongPassword()]) {
        const email = newAddress();
        const answer = await send(email, password);
        answers.push(answer);
        if (!answer.ok || answer.status >= 400) continue;
        const after = await read();
        answers.push(after);
        if (!after.ok || !comparable(after).includes(`"${email}"`) || comparable(after).includes(`"${account.login}"`))
          continue;
        await send(account.login, password);
        const how =
          passwordField === undefined
            ? 'without being asked for the password'
            : password === undefined
              ? 'without the password'
              : 'with a wrong password';
        return say(
          SUBJECT,
          'confirmed',
          `${operation.id} changed the address of an account that we had made at once, ${how} and without a confirmation from the new address.`,
          answers,
        );
      }
    }
    if (answers.some((answer) => !answer.ok || answer.status === 429 || answer.status >= 500))
      return say(SUBJECT, 'inconclusive', 'A try got no telling answer.', answers);
    return say(SUBJECT, 'refuted', 'The address did not change without password or confirmation.', answers);
  },
});
