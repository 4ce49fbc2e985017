import { isCapability } from '../access/capability.ts';
import { between, settleSubjects } from '../access/report.ts';
import { foreignIn, isContact, isPersonal, loginsIn } from '../access/secrets-of.ts';
import { makeProbe, say } from '../accounts/observe.ts';
import { leakCell } from '../objects/matrix.ts';
import { secretMembers } from './judge-data.ts';
import { seenAnswers, type SeenAnswer } from './seen-answers.ts';

export const personalDataPublic = makeProbe({
  id: 'personal-data-public',
  tries: 'whether e-mail addresses, phone numbers or postal addresses of people stand in answers to everybody',
  mode: 'read',
  subject: 'public answers',
  requests: () => 0,
  run: async (context) => {
    const answers: SeenAnswer[] = [];
    for (const seen of await seenAnswers(context)) {
      const { viewer, operation, resource } = seen;
      if (viewer !== null || operation.declared === 'protected') continue;
      if (resource !== undefined && (await isCapability(context, operation, resource))) continue;
      answers.push(seen);
    }
    return settleSubjects(
      answers
        // With a password hash beside it, it is excessive-data: the whole row was sent.
        .filter(({ answer }) => secretMembers(answer.json).length === 0)
        .map(({ operation, answer }) => {
          const [canary] = foreignIn(context, answer.text, null).filter((one) => isPersonal(one) && isContact(one));
          const [person] = loginsIn(context, answer.text, null);
          const owner = canary?.owner ?? person?.name;
          if (owner === undefined)
            return say(operation.id, 'refuted', 'Nobody’s contact data were in the answer.', [answer], between(null));
          context.cells.push(leakCell(operation.id, 'nobody', answer.status, answer.exchange));
          const what = canary?.place ?? 'the address of the login';
          return say(
            operation.id,
            'confirmed',
            `Without any login the answer tells how ${owner} is reached (${what}).`,
            [answer],
            between(null, { name: owner }),
          );
        }),
    );
  },
});
