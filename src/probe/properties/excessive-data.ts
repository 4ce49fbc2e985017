import { between, settleSubjects, whoIs } from '../access/report.ts';
import { foreignIn, isPersonal, loginsIn } from '../access/secrets-of.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { leakCell } from '../objects/matrix.ts';
import { secretMembers } from './judge-data.ts';
import { seenAnswers, type SeenAnswer } from './seen-answers.ts';

/** How somebody else is reached: more than a deal with them needs. A postal address is what things are sent to. */
const reachOf = (context: ProbeContext, { viewer, answer }: SeenAnswer): { owner: string; what: string }[] => [
  ...foreignIn(context, answer.text, viewer)
    .filter((canary) => isPersonal(canary) && /e-?mail|phone|mobile|tel|iban|birth/i.test(canary.place))
    .map(({ owner, place }) => ({ owner, what: place })),
  ...loginsIn(context, answer.text, viewer).map(({ name }) => ({ owner: name, what: 'the address of the login' })),
];

const judge = (context: ProbeContext, seen: SeenAnswer, nobodyReads: ReadonlySet<string>): Said => {
  const { operation, viewer, answer } = seen;
  const secrets = secretMembers(answer.json);
  const leak = (what: string, owner?: string): Said => {
    context.cells.push(leakCell(operation.id, viewer?.role ?? 'nobody', answer.status, answer.exchange));
    return say(
      operation.id,
      'confirmed',
      `The answer to ${whoIs(viewer)} holds ${what}.`,
      [answer],
      between(viewer, owner === undefined ? undefined : { name: owner }),
    );
  };
  if (secrets.length > 0) return leak(`what no answer should: ${secrets.slice(0, 5).join(', ')}`);
  const [reach] = viewer === null || nobodyReads.has(operation.id) ? [] : reachOf(context, seen);
  if (reach !== undefined)
    return leak(`how ${reach.owner} is reached (${reach.what}), which is nobody else’s business`, reach.owner);
  return say(
    operation.id,
    'refuted',
    'No secret and no contact data of others were in the answer.',
    [answer],
    between(viewer),
  );
};

export const excessiveData = makeProbe({
  id: 'excessive-data',
  tries: 'whether answers hold more than their reader needs: password hashes, tokens, how others are reached',
  mode: 'read',
  subject: 'answers',
  requests: () => 0,
  run: async (context) => {
    const all = await seenAnswers(context);
    // What everybody reads is personal-data-public.
    const nobodyReads = new Set(
      all.filter((one) => one.viewer === null && reachOf(context, one).length > 0).map(({ operation }) => operation.id),
    );
    return settleSubjects(all.map((one) => judge(context, one, nobodyReads)));
  },
});
