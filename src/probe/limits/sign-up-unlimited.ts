import { makeProbe, say } from '../accounts/observe.ts';
import { ends } from './judge-series.ts';
import { ACCOUNTS, signUpSeries } from './sign-up-series.ts';

const SUBJECT = 'sign-up';
/** Accounts in a minute that one address may make. */
const FAIR = 2;

export const signUpUnlimited = makeProbe({
  id: 'sign-up-unlimited',
  tries: `whether ${ACCOUNTS} accounts can be made at once (launch-ready-…@example.com; they stay)`,
  mode: 'burst',
  requests: ACCOUNTS * 2,
  subject: SUBJECT,
  run: async (context) => {
    const series = await signUpSeries(context);
    // Where nobody can sign up there is nothing to limit.
    if (series === null) return [];
    const { subject, judged, answers } = series;
    const [first] = answers;
    const shown = ends(answers);
    const facts = { tries: answers.length };
    const more = { actor: 'nobody', facts };
    if (judged.end === 'refused')
      return [say(subject, 'refuted', `Sign-ups ended with ${judged.how}.`, shown, { facts })];
    if (first?.ok === true && first.status >= 400)
      return [
        say(
          subject,
          'not-tested',
          `The first sign-up was answered ${first.status}: what it asks for is not known.`,
          shown,
          { facts },
        ),
      ];
    if (judged.end === 'unclear')
      return [say(subject, 'inconclusive', `Sign-ups got ${judged.how}.`, shown, { facts })];
    if (judged.end === 'slowed') return [say(subject, 'refuted', `Sign-ups got ${judged.how}.`, shown, { facts })];
    const taken = answers.filter((answer) => answer.ok && answer.status < 400).length;
    if (taken < answers.length)
      return [say(subject, 'inconclusive', `Of ${answers.length} sign-ups ${taken} were taken.`, shown, { facts })];
    if (judged.end === 'announced') {
      const fair = (judged.perMinute ?? FAIR + 1) <= FAIR;
      return [
        say(
          subject,
          fair ? 'refuted' : 'likely',
          `${taken} sign-ups were all taken; the answers name ${judged.how}.`,
          shown,
          more,
        ),
      ];
    }
    return [
      say(
        subject,
        'confirmed',
        `${taken} accounts were made one right after the other, and none was refused.`,
        shown,
        more,
      ),
    ];
  },
});
