import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { wordsOf } from '../values/names.ts';
import { bucketsOf, isServed, listFiles, type Bucket } from './files.ts';
import { forProjects, subjectOf, type Project } from './project.ts';
import { isFine, told } from './rest.ts';

const PRIVATE =
  /(?:^| )(?:invoices?|receipts?|documents?|docs|kyc|ids?|identity|passports?|licen[cs]es?|contracts?|private|attachments?|messages?|chats?|disputes?|evidence|exports?|backups?|medical|tax|payouts?|orders?|uploads?)(?: |$)/;

const listBucket = async (context: ProbeContext, project: Project, { id, isPublic }: Bucket): Promise<Said> => {
  const subject = subjectOf(project, `bucket ${id}: list`);
  const { answer, entries } = await listFiles(context, project, id);
  if (!answer.ok) return say(subject, 'inconclusive', `There was no answer: ${answer.said}.`, [answer]);
  if (!isFine(answer)) return say(subject, 'refuted', `Nobody may list it: ${told(answer)}.`, [answer]);
  const [first] = entries;
  if (first === undefined)
    return say(
      subject,
      'refuted',
      `Nobody saw a file in ${id}. Whether one would show is tried with a file of our own.`,
      [answer],
    );
  const served = isPublic ?? (!first.isFolder && (await isServed(context, project, id, first.path)));
  const holdsPrivate = PRIVATE.test(wordsOf(id).join(' '));
  const facts = { files: entries.length, public: served };
  const more = { actor: 'nobody', facts };
  if (!served || holdsPrivate) {
    return say(
      subject,
      'confirmed',
      `Without any login the files of ${id} were listed by name${served ? ', and the bucket is public, so each can be fetched' : ', though the bucket is private'}.`,
      [answer],
      more,
    );
  }
  return say(
    subject,
    'refuted',
    `${id} is a public bucket; that it can also be listed is no leak by itself.`,
    [answer],
    more,
  );
};

export const storageRead = makeProbe({
  id: 'data-storage-read',
  tries: 'whether somebody without a login lists the files of a private bucket',
  mode: 'read',
  requests: 1 + 20 * 3,
  subject: 'the files',
  run: (context) =>
    forProjects(context, async (project) => {
      const said: Said[] = [];
      for (const bucket of await bucketsOf(context, project)) said.push(await listBucket(context, project, bucket));
      return said;
    }),
});
