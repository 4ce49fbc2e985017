import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { peopleOf } from './people.ts';
import { forProjects, type Project } from './project.ts';
import { askData, isFine, told } from './rest.ts';

interface Settings {
  disabled: boolean;
  confirmsItself: boolean;
  byEmail: boolean;
}

/** What GoTrue says of itself to everybody; null when it is not that. */
export const readSettings = (json: unknown): Settings | null => {
  if (typeof json !== 'object' || json === null) return null;
  const { disable_signup, mailer_autoconfirm, external } = json as Record<string, unknown>;
  if (typeof disable_signup !== 'boolean' || typeof mailer_autoconfirm !== 'boolean') return null;
  const { email } = (typeof external === 'object' && external !== null ? external : {}) as { email?: unknown };
  return { disabled: disable_signup, confirmsItself: mailer_autoconfirm, byEmail: email !== false };
};

const ask = async (context: ProbeContext, project: Project): Promise<Said> => {
  const subject = `${new URL(project.origin).host} sign-up`;
  const answer = await askData(context, project, { method: 'GET', path: '/auth/v1/settings', mode: 'read' });
  const settings = isFine(answer) ? readSettings(answer.json) : null;
  if (settings === null)
    return say(
      subject,
      answer.ok && answer.status === 404 ? 'refuted' : 'inconclusive',
      `The sign-in service said nothing of its settings: ${told(answer)}.`,
      [answer],
    );
  if (settings.disabled || !settings.byEmail) return say(subject, 'refuted', 'Nobody signs up by e-mail.', [answer]);
  if (!settings.confirmsItself)
    return say(subject, 'refuted', 'A new address must be confirmed before it is used.', [answer]);
  const { signUp } = context.signUp === true ? await peopleOf(context, project) : { signUp: undefined };
  const isShown = signUp !== undefined && isFine(signUp) && /"access_token"/.test(signUp.text);
  return say(
    subject,
    isShown ? 'confirmed' : 'likely',
    isShown
      ? 'An account was made with an address that does not exist, and was logged in at once.'
      : 'New accounts are logged in at once; nobody asks whether the address is theirs, say the settings.',
    [answer, signUp],
    { actor: 'nobody' },
  );
};

export const signUpOpen = makeProbe({
  id: 'data-signup',
  tries: 'whether accounts are made with addresses that nobody confirmed',
  mode: 'read',
  requests: 3,
  subject: 'the sign-up',
  run: (context) => forProjects(context, async (project) => [await ask(context, project)]),
});
