import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { isPrivateThing, wordsOf } from '../values/names.ts';
import type { ChannelUse } from './channels-in-code.ts';
import { joinChannel, type Joined } from './join-channel.ts';
import { newCanary } from './insert-row.ts';
import { peopleOf, type People } from './people.ts';
import { forOwnProjects, subjectOf, type Project } from './project.ts';
import type { Person } from './rest.ts';

const MOST = 12;
const PATIENCE = 3_000;
const TALK_OF_PEOPLE =
  /(?:^| )(?:chats?|messages?|dms?|inbox(?:es)?|notifications?|orders?|support|calls?|typing)(?: |$)/;

interface Case {
  context: ProbeContext;
  project: Project;
  name: string;
  use: ChannelUse;
  people: People;
}

/** One speaks a word of ours, the other listens for it. */
const overhears = async (
  { context, project, use }: Case,
  topic: string,
  speaker: Person | null,
  listener: Person | null,
): Promise<{ heard: boolean; spoke: boolean; ears: Joined; mouth?: Joined }> => {
  const ears = await joinChannel(context, project, { topic, isPrivate: use.isPrivate, as: listener });
  if (!ears.ok) return { heard: false, spoke: false, ears };
  const mouth = await joinChannel(context, project, { topic, isPrivate: use.isPrivate, as: speaker });
  try {
    if (!mouth.ok) return { heard: false, spoke: false, ears, mouth };
    const canary = newCanary();
    mouth.channel.speak(canary);
    // What the speaker hears of itself shows that the word went out.
    const [heard, spoke] = await Promise.all([
      ears.channel.hears(canary, PATIENCE),
      mouth.channel.hears(canary, PATIENCE),
    ]);
    return { heard, spoke, ears, mouth };
  } finally {
    await ears.channel.close();
    if (mouth.ok) await mouth.channel.close();
  }
};

const tryChannel = async (one: Case): Promise<Said> => {
  const { project, name, use, people } = one;
  const { a, b } = people;
  const subject = subjectOf(project, `channel ${name.replaceAll('{}', '<id>')}`);
  if (!use.talks)
    return say(subject, 'refuted', 'It carries changes of tables alone, for which the policies of the tables hold.');
  const isOnes = name.includes('{}');
  const topic = name.replaceAll('{}', a?.id ?? newCanary());
  const open = await overhears(one, topic, use.isPrivate ? (a ?? null) : null, null);
  const shown = [open.ears.answer, open.mouth?.answer];
  if (open.heard) {
    const facts = { attack: open.ears.answer.exchange, personal: isOnes || isOfPeople(name) };
    const said = `Without any login one listens to ${subject} and speaks there: what ${use.isPrivate ? 'an account' : 'one visitor'} sent, ${use.isPrivate ? 'a visitor' : 'another one'} got.`;
    return say(subject, 'confirmed', said, shown, { actor: 'nobody', facts });
  }
  if (!open.ears.ok && open.ears.kind !== 'refused') return say(subject, 'inconclusive', open.ears.said, shown);
  if (!use.isPrivate || a === undefined || b === undefined) {
    const isRefused = !open.ears.ok;
    if (use.isPrivate && isOnes) return say(subject, 'not-tested', `Nobody is let in; for more, ${people.why}.`, shown);
    return say(
      subject,
      isRefused ? 'refuted' : 'inconclusive',
      isRefused ? `Nobody is let in: ${open.ears.said}` : 'Nothing that was sent arrived.',
      shown,
    );
  }
  const across = await overhears(one, topic, a, b);
  const more = { actor: b.actor.name, owner: a.actor.name };
  const answers = [across.ears.answer, across.mouth?.answer];
  if (!across.ears.ok)
    return say(
      subject,
      across.ears.kind === 'refused' ? 'refuted' : 'inconclusive',
      `Another account is not let in: ${across.ears.said}`,
      answers,
      more,
    );
  if (!across.heard)
    return say(
      subject,
      across.spoke ? 'refuted' : 'inconclusive',
      across.spoke ? 'Another account heard nothing.' : 'The account could not speak in its own channel.',
      answers,
      more,
    );
  if (!isOnes) return say(subject, 'refuted', 'Every account hears it; it names nobody.', answers, more);
  const facts = { attack: across.ears.answer.exchange, personal: true };
  return say(
    subject,
    'confirmed',
    `Another account listened to ${subject}, the private channel of one account, and got what was sent there.`,
    answers,
    { ...more, facts },
  );
};

const isOfPeople = (name: string): boolean => {
  const words = wordsOf(name.replaceAll('{}', ' ')).join(' ');
  return TALK_OF_PEOPLE.test(words) || isPrivateThing(words);
};

export const channel = makeProbe({
  id: 'data-channel',
  tries:
    'whether somebody without a login, or another account, listens to the live channels of the app (a word of our own)',
  mode: 'write',
  requests: MOST * 4,
  subject: 'the channels',
  run: (context) =>
    forOwnProjects(context, async (project) => {
      if (project.names.channels.size === 0) return [];
      const people = await peopleOf(context, project);
      const said: Said[] = [];
      for (const [name, use] of [...project.names.channels].slice(0, MOST))
        said.push(await tryChannel({ context, project, name, use, people }));
      return said;
    }),
});
