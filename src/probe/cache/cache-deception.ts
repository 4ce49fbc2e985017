import { randomBytes } from 'node:crypto';
import { headersOf } from '../actors/session.ts';
import { findOwnAnswer, judgeOwn, readWith, type Headers, type OwnAnswer } from '../accounts/own-answer.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { mainOrigin, peopleOf } from '../accounts/people.ts';
import { sharedForm } from '../accounts/ways-in.ts';
import { sharedCache, type Carried } from '../answers/shared-cache.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const SUBJECT = 'private answer under a file’s name';

/** Spellings that a cache takes for a file and a careless router for the private address. */
export const fileNames = (path: string, nonce: string): string[] => {
  const bare = path.replace(/\/+$/, '');
  return [
    `${bare}/${nonce}.css`,
    `${bare};${nonce}.js`,
    `${bare}%2f${nonce}.js`,
    `${bare}.${nonce}.css`,
    `${bare}%0a${nonce}.css`,
    `/assets/..%2f${bare.slice(1)}?${nonce}.css`,
  ];
};

interface Session {
  name: string;
  carried: Carried;
  headersFor: (url: string) => Headers;
  login: string | undefined;
}

/** A browser's session where there is one: only a cookie goes with a link that somebody was made to open. */
const sessionOf = async (context: ProbeContext): Promise<Session | null> => {
  const [person] = peopleOf(context);
  const entered = person === undefined ? null : await sharedForm(context, person.account);
  if (person !== undefined && entered !== null)
    return {
      name: person.actor.name,
      carried: 'cookie',
      headersFor: (url) => headersOf(entered.session, url),
      login: person.account.login,
    };
  const actor = context.actors.all.find(({ carries }) => carries === 'cookie') ?? context.actors.all[0];
  if (actor === undefined) return null;
  return {
    name: actor.name,
    carried: actor.carries,
    headersFor: (url) => context.actors.credentials(actor, url),
    login: actor.login,
  };
};

export const cacheDeception = makeProbe({
  id: 'cache-deception',
  tries: 'whether a private answer comes under the name of a file',
  mode: 'read',
  requests: 40,
  subject: SUBJECT,
  run: async (context) => {
    const session = await sessionOf(context);
    if (session === null) return [say(SUBJECT, 'not-tested', 'Nobody is logged in.')];
    const own = await findOwnAnswer(context, mainOrigin(context), session.login, session.headersFor);
    if (own === null) return [say(SUBJECT, 'not-tested', 'No answer was found that tells its owner from nobody.')];
    return [await tryNames(context, session, own)];
  },
});

const tryNames = async (
  context: ProbeContext,
  { name, carried, headersFor }: Session,
  own: OwnAnswer,
): Promise<Said> => {
  const subject = `GET ${own.path}`;
  const nonce = `lr${randomBytes(4).toString('hex')}`;
  const origin = new URL(own.url).origin;
  const seen: Answer[] = [];
  let served = 0;
  for (const path of fileNames(own.path, nonce)) {
    const url = origin + path;
    const answer = await readWith(context, url, headersFor(url));
    seen.push(answer);
    if (!answer.ok || judgeOwn(answer, own) !== 'own') continue;
    served++;
    const nobodys = await readWith(context, url, {});
    const { kept, keyed, unsaid, seconds } = sharedCache(answer, carried, url);
    const more = { actor: 'nobody', owner: name, facts: { attack: nobodys.exchange } };
    const shown = path.replace(nonce, 'x');
    if (judgeOwn(nobodys, own) === 'own')
      return say(
        subject,
        'confirmed',
        `After ${name} had opened ${shown}, nobody got the private answer of ${name} at the same address: it was kept.`,
        [own.mine, answer, nobodys],
        more,
      );
    if (kept && !keyed && carried === 'cookie')
      return say(
        subject,
        'confirmed',
        `${shown} gives the private answer of ${name}, and every shared cache may keep it for ${seconds} seconds.`,
        [own.mine, answer],
        { ...more, actor: name, facts: { attack: answer.exchange } },
      );
    if (kept || unsaid)
      return say(
        subject,
        'likely',
        `${shown} gives the private answer of ${name}, and caches that go by the name of the address may keep it.`,
        [own.mine, answer],
        { ...more, actor: name, facts: { attack: answer.exchange } },
      );
  }
  const said =
    served > 0
      ? `The private answer comes under a file’s name too, but says that it may not be kept.`
      : 'No file’s name gave the private answer.';
  return say(subject, 'refuted', said, seen, { actor: name });
};
