import { headersOf, type Session } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { NO_PASSWORD, peopleOf, type Person } from '../accounts/people.ts';
import { enterByFields, enterByForm } from '../accounts/ways-in.ts';
import { findLogOut, logOut } from './log-out.ts';
import { ownOf, tryOwn } from './session-subject.ts';

type Kind = 'form' | 'fields';
const NAMES: Readonly<Record<Kind, string>> = { form: 'browser session', fields: 'API session' };

const enterBy = async (
  context: ProbeContext,
  person: Person,
  kind: Kind,
): Promise<{ session: Session; path: string; page?: string } | null> => {
  if (kind === 'form') return enterByForm(context, person.account);
  const entered = await enterByFields(context, person.account);
  return entered === null ? null : { session: entered.session, path: entered.recipe.path };
};

const survives = async (context: ProbeContext, person: Person, kind: Kind): Promise<Said> => {
  const subject = NAMES[kind];
  const entered = await enterBy(context, person, kind);
  if (entered === null)
    return say(subject, 'not-tested', `There is no login of this kind that let ${person.actor.name} in.`);
  const { session } = entered;
  const own = await ownOf(context, person, kind, session);
  if (own === null) return say(subject, 'not-tested', `No private answer of ${person.actor.name} was found.`);
  const kept = headersOf(session, own.url);
  const before = await tryOwn(context, own, kept);
  if (before.outcome !== 'own')
    return say(subject, 'inconclusive', 'The session did not work before it was ended.', [before.answer]);
  const left = await logOut(context, session, findLogOut(context, entered.path, kind), entered.page);
  if (left === undefined)
    return say(subject, 'not-tested', 'No way to log out was found that took this session.', [before.answer]);
  const after = await tryOwn(context, own, kept);
  const answers = [before.answer, left.answer, after.answer];
  const actor = { actor: person.actor.name };
  if (after.outcome === 'silent')
    return say(subject, 'inconclusive', 'The request after the logout got no telling answer.', answers, actor);
  return after.outcome === 'own'
    ? say(
        subject,
        'confirmed',
        `After ${left.path} the old credential still read ${own.path} with the private data of ${person.actor.name}.`,
        answers,
        actor,
      )
    : say(subject, 'refuted', `After ${left.path} the old credential opened nothing.`, answers, actor);
};

export const sessionSurvivesLogout = makeProbe({
  id: 'session-survives-logout',
  tries: 'whether a session works on after its logout',
  mode: 'write',
  requests: 24,
  subject: 'logout',
  run: async (context) => {
    const people = peopleOf(context);
    const [person] = people;
    if (person === undefined) return [say('logout', 'not-tested', NO_PASSWORD)];
    const said = [await survives(context, person, 'form'), await survives(context, person, 'fields')];
    // Some apps end all tokens of the account with one.
    await context.actors.check(person.actor);
    const tested = said.filter(({ verdict }) => verdict !== 'not-tested');
    return tested.length > 0 ? tested : said.slice(0, 1);
  },
});
