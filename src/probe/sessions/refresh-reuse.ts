import { carried } from '../accounts/carrying.ts';
import { findToken } from '../actors/find-token.ts';
import { membersOf, fieldsBody, encodingOf } from '../actors/login-operation.ts';
import type { Operation } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';
import { makeProbe, say } from '../accounts/observe.ts';
import { NO_PASSWORD, peopleOf } from '../accounts/people.ts';
import { enterByFields } from '../accounts/ways-in.ts';
import { otherTokens } from '../tokens/token-type-confusion.ts';
import { ownOf, tryOwn } from './session-subject.ts';

const SUBJECT = 'refresh token';

/** The operation that takes a refresh token, and its field. */
export const findRefresh = (operations: readonly Operation[]): { operation: Operation; field: string } | null => {
  for (const operation of operations) {
    if (
      operation.method !== 'POST' ||
      operation.path.includes('{') ||
      !/refresh|renew|\/token\/?$/i.test(operation.path)
    )
      continue;
    const members = [...membersOf(operation).keys()];
    const field =
      members.find((name) => /refresh/i.test(name)) ??
      (members.length === 1 && /refresh|renew/i.test(operation.path) ? members[0] : undefined);
    if (field !== undefined) return { operation, field };
  }
  return null;
};

const refreshIn = (answer: Answer): string | undefined =>
  answer.ok ? otherTokens(answer.json, '').find(({ kind }) => kind === 'refresh')?.token : undefined;

export const refreshReuse = makeProbe({
  id: 'refresh-reuse',
  tries: 'whether a refresh token that was used up works again',
  mode: 'write',
  requests: 8,
  subject: SUBJECT,
  run: async (context) => {
    const [person] = peopleOf(context);
    if (person === undefined) return [say(SUBJECT, 'not-tested', NO_PASSWORD)];
    const found = findRefresh(context.operations);
    const entered = found === null ? null : await enterByFields(context, person.account);
    const spent =
      entered === null ? undefined : otherTokens(entered.json, '').find(({ kind }) => kind === 'refresh')?.token;
    if (found === null || entered === null || spent === undefined)
      return [say(SUBJECT, 'not-tested', 'The app gives no refresh token that could be found.')];
    const { operation, field } = found;
    const url = new URL(operation.path, operation.origin).href;
    const use = (token: string): Promise<Answer> =>
      context.send(
        { method: 'POST', url, body: fieldsBody(encodingOf(operation), { [field]: token }) },
        { as: null, mode: 'write' },
      );
    const own = await ownOf(context, person, 'fields', entered.session);
    if (own === null) return [say(SUBJECT, 'not-tested', `No private answer of ${person.actor.name} was found.`)];
    const first = await use(spent);
    const next = refreshIn(first);
    const fresh = first.ok ? findToken(first.json) : undefined;
    if (fresh === undefined)
      return [say(SUBJECT, 'inconclusive', `${operation.path} gave no new token for a fresh refresh token.`, [first])];
    const rotates = next !== undefined && next !== spent;
    const second = await use(spent);
    const again = second.ok && second.status < 300 ? findToken(second.json) : undefined;
    const actor = { actor: person.actor.name, facts: { rotates } };
    if (!second.ok || second.status === 429 || second.status >= 500)
      return [say(SUBJECT, 'inconclusive', 'The second use got no telling answer.', [first, second], actor)];
    if (again === undefined)
      return [say(SUBJECT, 'refuted', 'A refresh token that was used up gave nothing.', [first, second], actor)];
    const read = await tryOwn(context, own, carried(context, again));
    const answers = [first, second, read.answer];
    if (read.outcome !== 'own')
      return [say(SUBJECT, 'inconclusive', 'A used refresh token gave a token that opened nothing.', answers, actor)];
    return [
      rotates
        ? say(
            SUBJECT,
            'confirmed',
            `A refresh token that was used up gave another access token, and that read ${own.path}.`,
            answers,
            actor,
          )
        : say(
            SUBJECT,
            'likely',
            'Refresh tokens are never changed for new ones, so a stolen one works beside its owner’s unnoticed.',
            answers,
            actor,
          ),
    ];
  },
});
