import { isFile, isGood, told } from '../access/answers.ts';
import { itemReads } from '../access/item-reads.ts';
import { nounOf } from '../access/operations.ts';
import { between, settleSubjects, whoIs } from '../access/report.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { isSameFile, textOfFile } from './judge-file.ts';
import { leakCell } from './matrix.ts';
import { isShowcase } from './object-read.ts';
import { signedFiles } from './signed-files.ts';

/** Files by the id of an object: invoices, attachments. */
const filesById = async (context: ProbeContext): Promise<Said[]> => {
  const { reads } = await itemReads(context);
  const said: Said[] = [];
  for (const read of reads) {
    const { target, control, asks, missing } = read;
    // By a signed address: that is tried with the signature.
    if (
      !isGood(control) ||
      !isFile(control) ||
      target.operation.parameters.some(({ name }) => /sig|token|expires/i.test(name))
    )
      continue;
    const { operation, owner } = target;
    for (const { viewer, answer } of asks) {
      const secrets = isGood(answer)
        ? context.canaries.seenIn(textOfFile(answer)).filter((one) => one.owner === owner.name && !one.public)
        : [];
      const same =
        secrets.length > 0 || (isSameFile(control, answer) && !(missing !== undefined && isSameFile(control, missing)));
      const isLeak = same && !isShowcase(read) && !(target.resource.public && viewer === null);
      if (isLeak && isGood(answer))
        context.cells.push(leakCell(operation.id, viewer?.role ?? 'nobody', answer.status, answer.exchange));
      const text = `${whoIs(viewer)} asked for the file of the ${nounOf(operation.path)} of ${owner.name}: it ${told(answer)}${isLeak ? ' with the file that its owner gets' : ''}.`;
      const verdict = isLeak
        ? 'confirmed'
        : answer.ok && answer.status < 500 && answer.status !== 429
          ? 'refuted'
          : 'inconclusive';
      said.push(say(operation.id, verdict, text, [control, answer, missing], between(viewer, owner)));
    }
  }
  return said;
};

export const fileAccess = makeProbe({
  id: 'file-access',
  tries: 'whether files are given to others, and whether signed addresses are checked',
  mode: 'read',
  subject: 'files',
  requests: () => 60,
  run: async (context) => settleSubjects([...(await filesById(context)), ...(await signedFiles(context))]),
});
