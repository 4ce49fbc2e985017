import { makeProbe, say, told, type Said } from '../accounts/observe.ts';
import { membersOf } from '../actors/login-operation.ts';
import { oneOfEachRole } from '../answers/actor-reads.ts';
import { urlOf } from '../answers/routes.ts';
import { madeId, tidy } from '../access/tidy.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const SUBJECT = 'JSON bodies';
const MEGABYTES = 12;
const MOST_TRIED = 2;
const LEAVE = /log-?out|webhook|delete|payout|refund|pay\b|sms|reset|forgot|upload|photo|image|file|import|checkout/i;

/** JSON by nobody first: what is read before anybody is known costs most. */
const targets = ({ operations }: Pick<ProbeContext, 'operations'>): Operation[] =>
  operations
    .filter(
      ({ method, path, body }) =>
        ['POST', 'PUT', 'PATCH'].includes(method) &&
        !path.includes('{') &&
        !LEAVE.test(path) &&
        body?.contentType.includes('json') === true,
    )
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, MOST_TRIED);
const weight = ({ path, declared }: Operation): number =>
  (/log-?in|sign-?in/i.test(path) ? 0 : 2) + (declared === 'protected' ? 4 : 0);

/**
 * `small` is a short body, `large` the same with blanks in it, `broken` the large one without its last brace. An answer that depends on
 * the last byte was given after all of them were read.
 */
export const judgeBodies = (
  small: Answer,
  large: Answer,
  broken: Answer | undefined,
): 'read' | 'refused' | 'unclear' => {
  if (!large.ok) return large.kind === 'connection' || large.kind === 'protocol' ? 'refused' : 'unclear';
  if (large.status === 413 || large.status === 431) return 'refused';
  if (!small.ok || large.status >= 500) return 'unclear';
  if (large.status !== small.status && large.status >= 400) return 'refused';
  if (broken === undefined || !broken.ok || large.status !== small.status) return 'unclear';
  return broken.status !== large.status || plain(broken.text) !== plain(large.text) ? 'read' : 'unclear';
};

const plain = (text: string): string => text.slice(0, 5_000).replaceAll(/[\w-]{16,}|\d+/g, '#');

export const bodySize = makeProbe({
  id: 'body-size',
  tries: `whether a JSON body of ${MEGABYTES} MB is read`,
  mode: 'burst',
  requests: MOST_TRIED * 3,
  subject: SUBJECT,
  run: async (context) => {
    const found = targets(context);
    if (found.length === 0) return [say(SUBJECT, 'not-tested', 'No operation was found that takes JSON.')];
    const said: Said[] = [];
    for (const operation of found) {
      const one = await tryOperation(context, operation);
      if (one.verdict === 'confirmed') return [one];
      said.push(one);
    }
    const settled = said.filter(({ verdict }) => verdict !== 'inconclusive');
    return settled.length > 0 ? settled : said.slice(0, 1);
  },
});

const tryOperation = async (context: ProbeContext, operation: Operation): Promise<Said> => {
  const as: Actor | null = operation.declared === 'protected' ? (oneOfEachRole(context)[0] ?? null) : null;
  // Too little of what is asked for, so that nothing is done; and a member that no schema knows by chance.
  const known = [...membersOf(operation).keys()].find((name) => !name.includes('.')) ?? 'a';
  const head = `{${JSON.stringify(known)}:""`;
  const blanks = ' '.repeat(MEGABYTES * 1024 * 1024);
  const post = (raw: string): Promise<Answer> =>
    context.send(
      { method: operation.method, url: urlOf(operation), body: { raw, contentType: 'application/json' } },
      { as, mode: 'burst', timeout: 30_000, maxBytes: 64 * 1024, upsets: true },
    );
  const small = await post(`${head}}`);
  const large = await post(`${head}${blanks}}`);
  // To some apps too little is enough.
  for (const answer of [small, large]) if (madeId(answer) !== undefined) await tidy(context, operation, as, answer);
  const first = judgeBodies(small, large, undefined);
  const broken = first === 'unclear' && large.ok && large.status < 500 ? await post(`${head}${blanks}`) : undefined;
  const answers = [small, large, broken];
  const facts = { megabytes: MEGABYTES };
  switch (broken === undefined ? first : judgeBodies(small, large, broken)) {
    case 'refused':
      return say(
        operation.id,
        'refuted',
        `A body of ${MEGABYTES} MB ${told(large)}; a short one ${told(small)}.`,
        answers,
      );
    case 'read':
      return say(
        operation.id,
        'confirmed',
        `${MEGABYTES} MB of JSON were read to the last byte: with it the answer is the same as to a short body, without its last brace it is another.`,
        answers,
        { actor: as?.name ?? 'nobody', facts: { ...facts, attack: large.exchange } },
      );
    case 'unclear':
      return say(
        operation.id,
        'inconclusive',
        `It could not be seen how much of ${MEGABYTES} MB was read: it ${told(large)}.`,
        answers,
        { facts },
      );
  }
};
