import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { privateColumns, rowsIn } from './privacy.ts';
import { forOwnProjects, subjectOf, type Project } from './project.ts';
import { askData, errorOf } from './rest.ts';

/** What must not be set off, not even with an empty body. */
const KEEP_OFF =
  /pay(?!load)|charge|refund|transfer|checkout|capture|mail|sms|send|notify|push|invite|delete|remove|purge|cron|webhook|deploy|migrat|seed|reset/i;
const MOST = 15;

const GATEWAY = /missing authorization|invalid jwt|auth header is not|jwt/i;

/** Pure: what an answer to somebody without a token says of a function. */
export const judgeFunction = (name: string, answer: GoodAnswer): Pick<Said, 'verdict' | 'said'> => {
  const { message } = errorOf(answer);
  if (answer.status === 401 || answer.status === 403)
    return {
      verdict: 'refuted',
      said: GATEWAY.test(message)
        ? 'The gateway asks for a token before it runs.'
        : `${name} refuses who is not logged in.`,
    };
  if (answer.status === 404) return { verdict: 'refuted', said: `${name} is not there.` };
  if (answer.status >= 300) return { verdict: 'refuted', said: `${name} answered ${answer.status} and gave nothing.` };
  const columns = [...new Set(rowsIn(answer.json).flatMap((row) => privateColumns(name, row)))].slice(0, 8);
  return columns.length > 0
    ? { verdict: 'confirmed', said: `Without any login or token ${name} gave ${columns.join(', ')}.` }
    : { verdict: 'refuted', said: `${name} runs for everybody; what it gave holds nothing private.` };
};

const tryFunction = async (context: ProbeContext, project: Project, name: string): Promise<Said> => {
  const subject = subjectOf(project, `function ${name}`);
  if (KEEP_OFF.test(name))
    return say(
      subject,
      'refuted',
      `${name} was not called: by its name it pays, sends or removes. Look at it by hand.`,
    );
  const request = { path: `/functions/v1/${encodeURIComponent(name)}`, mode: 'write' as const, discreet: true };
  const bare = { authorization: null, apikey: null };
  const first = await askData(context, project, { ...request, method: 'POST', headers: bare, body: { json: {} } });
  if (!first.ok)
    return say(
      subject,
      first.kind === 'refused' ? 'not-tested' : 'inconclusive',
      `There was no answer: ${first.said}.`,
      [first],
    );
  const judged = judgeFunction(name, first);
  const more = { actor: 'nobody', facts: { attack: first.exchange } };
  if (judged.verdict === 'confirmed' || first.status !== 401)
    return say(subject, judged.verdict, judged.said, [first], more);
  // The public key is a token too: whoever opens the page has it.
  const keyed = await askData(context, project, { ...request, method: 'POST', body: { json: {} } });
  if (!keyed.ok) return say(subject, judged.verdict, judged.said, [first], more);
  const second = judgeFunction(name, keyed);
  return second.verdict === 'confirmed'
    ? say(
        subject,
        'confirmed',
        second.said.replace('any login or token', 'a login, with the public key of the page alone,'),
        [first, keyed],
        { ...more, facts: { attack: keyed.exchange } },
      )
    : say(subject, judged.verdict, judged.said, [first, keyed], more);
};

export const edgeFunction = makeProbe({
  id: 'data-function',
  tries:
    'whether edge functions give private data to somebody without a login (an empty body; none that pays, sends or removes)',
  mode: 'write',
  requests: MOST * 2,
  subject: 'the edge functions',
  run: (context) =>
    forOwnProjects(context, async (project) => {
      const said: Said[] = [];
      for (const name of [...project.names.edge].slice(0, MOST)) said.push(await tryFunction(context, project, name));
      return said;
    }),
});
