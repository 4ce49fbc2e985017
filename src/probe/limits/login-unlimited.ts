import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { peopleOf } from '../accounts/people.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { ends } from './judge-series.ts';
import { loginSeries, WRONG, type LoginSeries } from './login-series.ts';

const SUBJECT = 'login';
/** Passwords that an account may be tried with in a minute. */
const FAIR = 10;

export const loginUnlimited = makeProbe({
  id: 'login-unlimited',
  tries: 'whether passwords can be tried as often as one likes',
  mode: 'burst',
  requests: 2 * WRONG + 10,
  subject: SUBJECT,
  run: async (context) => {
    const series = await loginSeries(context);
    if (series.length === 0)
      return [
        say(
          SUBJECT,
          'not-tested',
          'No account with a known password logs in here by a password, so wrong ones could not be tried.',
        ),
      ];
    const said: Said[] = [];
    for (const one of series) said.push(await tell(context, one));
    return said;
  },
});

const tell = async (context: ProbeContext, series: LoginSeries): Promise<Said> => {
  const { subject, judged, answers, account, enters } = series;
  const shown = ends(answers);
  const facts = { tries: answers.length };
  if (judged.end === 'unclear')
    return say(subject, 'inconclusive', `Wrong passwords got ${judged.how}.`, shown, { facts });
  if (judged.end === 'refused') {
    const other = peopleOf(context).find((person) => person.account.login !== account.login);
    const others = other === undefined ? undefined : await enters(other.account);
    const note = others === false ? ' Nobody else can log in from the same address now.' : '';
    return say(subject, 'refuted', `Wrong passwords for one account ended with ${judged.how}.${note}`, shown, {
      facts: { ...facts, ...(others === undefined ? {} : { othersMayLogIn: others }) },
    });
  }
  if (judged.end === 'slowed') return say(subject, 'refuted', `Wrong passwords got ${judged.how}.`, shown, { facts });
  if (judged.end === 'announced') {
    const fair = (judged.perMinute ?? FAIR + 1) <= FAIR;
    const said = `${answers.length} wrong passwords were all taken; the answers name ${judged.how}${fair ? '' : ', which is much for passwords'}.`;
    return say(subject, fair ? 'refuted' : 'likely', said, shown, { actor: 'nobody', facts });
  }
  if (!(await enters(account)))
    return say(
      subject,
      'refuted',
      `After ${answers.length} wrong passwords the right one did not let in any more.`,
      shown,
      { facts },
    );
  return say(
    subject,
    'confirmed',
    `${answers.length} wrong passwords in a row for one account of ours were all answered alike, and the right one still let in.`,
    shown,
    { actor: 'nobody', facts },
  );
};
