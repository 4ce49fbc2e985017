import { maySignUp, NO_SIGN_UP } from '../accounts/may-sign-up.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { ends } from './judge-series.ts';
import { ACCOUNTS, signUpSeries, type SignUpSeries } from './sign-up-series.ts';

const SUBJECT = 'sign-up';
/** Accounts in a minute that one address may make. */
const FAIR = 2;

export const signUpUnlimited = makeProbe({
  id: 'sign-up-unlimited',
  tries: `whether ${ACCOUNTS} sign-ups in a row are all taken (they make accounts with --sign-up only)`,
  mode: 'burst',
  requests: ACCOUNTS * 2,
  subject: SUBJECT,
  run: async (context) => {
    const series = await signUpSeries(context);
    if (series !== null) return [tell(series)];
    // Where nobody can sign up there is nothing to limit.
    return maySignUp(context) ? [] : [say(SUBJECT, 'not-tested', NO_SIGN_UP)];
  },
});

const tell = ({ subject, whole, judged, answers }: SignUpSeries): Said => {
  const [first] = answers;
  const shown = ends(answers);
  const more = { actor: 'nobody', facts: { tries: answers.length } };
  if (judged.end === 'refused') return say(subject, 'refuted', `Sign-ups ended with ${judged.how}.`, shown, more);
  if (judged.end === 'slowed') return say(subject, 'refuted', `Sign-ups got ${judged.how}.`, shown, more);
  if (whole && first?.ok === true && first.status >= 400) {
    const said = `The first sign-up was answered ${first.status}: what it asks for is not known.`;
    return say(subject, 'not-tested', said, shown, more);
  }
  if (judged.end === 'unclear') return say(subject, 'inconclusive', `Sign-ups got ${judged.how}.`, shown, more);
  if (judged.end === 'announced') {
    const fair = (judged.perMinute ?? FAIR + 1) <= FAIR;
    const said = `${answers.length} sign-ups were not refused; the answers name ${judged.how}.`;
    return say(subject, fair ? 'refuted' : 'likely', said, shown, more);
  }
  if (!whole) {
    const said = `${answers.length} sign-ups without a password were not refused for their number, which does not show it for whole ones. ${NO_SIGN_UP}`;
    return say(subject, 'inconclusive', said, shown, more);
  }
  const taken = answers.filter((answer) => answer.ok && answer.status < 400).length;
  if (taken < answers.length)
    return say(subject, 'inconclusive', `Of ${answers.length} sign-ups ${taken} were taken.`, shown, more);
  return say(
    subject,
    'confirmed',
    `${taken} accounts were made one right after the other, and none was refused.`,
    shown,
    more,
  );
};
