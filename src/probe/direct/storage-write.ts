import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { bucketsOf, deleteFile, getFile, isOursServed, putFile } from './files.ts';
import { newCanary } from './insert-row.ts';
import { peopleOf } from './people.ts';
import { forOwnProjects, subjectOf, type Project } from './project.ts';
import { isFine, isRefusal, told, type Person } from './rest.ts';

const holds = (answer: Answer, canary: string): boolean => isFine(answer) && answer.text.includes(canary);

interface Place {
  context: ProbeContext;
  project: Project;
  bucket: string;
}

const note = ({ context, project, bucket }: Place, path: string, owner: string, gone: boolean): void => {
  context.made?.push({
    type: 'file',
    id: `${bucket}/${path}`,
    owner,
    by: `POST ${project.origin}/storage/v1/object/${bucket}`,
    state: gone ? 'removed' : 'cannot be removed',
    ...(gone ? {} : { remove: `Delete ${path} from the bucket ${bucket}.` }),
  });
};

const uploadAsNobody = async (place: Place, others: readonly Person[]): Promise<Said> => {
  const { context, project, bucket } = place;
  const subject = subjectOf(project, `bucket ${bucket}: upload`);
  const canary = newCanary();
  const path = `${canary}.txt`;
  const { answer } = await putFile(context, project, { bucket, path, content: canary, as: null });
  if (!answer.ok) return say(subject, 'not-tested', `Nothing was sent: ${answer.said}.`, [answer]);
  if (isRefusal(answer)) return say(subject, 'refuted', `Nobody may upload: ${told(answer)}.`, [answer]);
  if (!isFine(answer))
    return say(
      subject,
      /not.?found/i.test(answer.text.slice(0, 300)) ? 'refuted' : 'inconclusive',
      `It gave ${told(answer)}.`,
      [answer],
    );
  const reads = [null, ...others].map((as) => getFile(context, project, { bucket, path, as }));
  const seen = (await Promise.all(reads)).find((one) => holds(one, canary));
  const isShown = seen !== undefined || (await isOursServed(context, project, bucket, path, canary));
  let isGone = false;
  for (const as of [null, ...others]) isGone ||= isFine(await deleteFile(context, project, { bucket, path, as }));
  note(place, path, 'nobody', isGone);
  return say(
    subject,
    isShown ? 'confirmed' : 'likely',
    `Without any login a file was put into ${bucket}${isShown ? ', and read back' : '; it could not be read back'}.`,
    [answer, seen],
    { actor: 'nobody', facts: { attack: answer.exchange } },
  );
};

/** Puts a file as its owner where such apps keep them: under the id of the account first. */
const putOwn = async ({ context, project, bucket }: Place, a: Person, canary: string) => {
  const tries: Answer[] = [];
  for (const path of [`${a.id}/${canary}.txt`, `${canary}.txt`, `public/${canary}.txt`]) {
    const { answer } = await putFile(context, project, { bucket, path, content: canary, as: a });
    tries.push(answer);
    if (isFine(answer)) return { path, answer, tries };
    if (!isRefusal(answer)) break;
  }
  return { path: null, answer: tries.at(-1)!, tries };
};

const acrossPeople = async (place: Place, a: Person, b: Person): Promise<Said[]> => {
  const { context, project, bucket } = place;
  const subject = subjectOf(project, `bucket ${bucket}`);
  const canary = newCanary();
  const own = await putOwn(place, a, canary);
  const { path } = own;
  if (path === null) {
    const isRefused =
      isRefusal(own.answer) ||
      (own.answer.ok && own.answer.status === 404) ||
      (own.answer.ok && /not.?found/i.test(own.answer.text.slice(0, 200)));
    return [
      say(
        subject,
        isRefused ? 'refuted' : 'inconclusive',
        `An account could not put a file there (${told(own.answer)}).`,
        own.tries,
      ),
    ];
  }
  const more = { actor: b.actor.name, owner: a.actor.name };
  const mine = () => getFile(context, project, { bucket, path, as: a });
  const control = await mine();
  const served = await isOursServed(context, project, bucket, path, canary);
  const said: Said[] = [];
  if (!holds(control, canary)) {
    said.push(say(subject, 'inconclusive', 'The account could not read its own file back.', [control]));
  } else {
    const read = await getFile(context, project, { bucket, path, as: b });
    said.push(
      served
        ? say(`${subject}: read`, 'refuted', `${bucket} is public: its files are for everybody with the address.`)
        : holds(read, canary)
          ? say(
              `${subject}: read`,
              'confirmed',
              `Another account fetched a file from the private bucket ${bucket}.`,
              [own.answer, read],
              { ...more, facts: { canary, attack: read.exchange } },
            )
          : say(`${subject}: read`, 'refuted', `Another account did not get it (${told(read)}).`, [read], more),
    );
    const mark = newCanary();
    const { answer: put } = await putFile(context, project, { bucket, path, content: mark, as: b, replaces: true });
    const after = await mine();
    said.push(
      holds(after, mark)
        ? say(
            `${subject}: replace`,
            'confirmed',
            `Another account put its own content into a file in ${bucket}; its owner got that back.`,
            [put, after],
            { ...more, facts: { canary: mark, attack: put.exchange } },
          )
        : say(`${subject}: replace`, 'refuted', `The file stayed as it was (${told(put)}).`, [put, after], more),
    );
    const removed = await deleteFile(context, project, { bucket, path, as: b });
    const last = await mine();
    said.push(
      last.ok && !isFine(last) && isFine(removed)
        ? say(
            `${subject}: delete`,
            'confirmed',
            `Another account deleted a file from ${bucket}; its owner no longer finds it.`,
            [removed, last],
            { ...more, facts: { attack: removed.exchange } },
          )
        : say(`${subject}: delete`, 'refuted', `The file is still there (${told(removed)}).`, [removed, last], more),
    );
  }
  await deleteFile(context, project, { bucket, path, as: a });
  const left = await mine();
  note(place, path, a.actor.name, left.ok && !isFine(left));
  return said;
};

export const storageWrite = makeProbe({
  id: 'data-storage-write',
  tries:
    'whether somebody without a login uploads, and whether one account reads, replaces or deletes the file of another',
  mode: 'write',
  requests: 20 * 18,
  subject: 'the files',
  run: (context) =>
    forOwnProjects(context, async (project) => {
      const said: Said[] = [];
      const buckets = await bucketsOf(context, project);
      if (buckets.length === 0) return said;
      const { a, b, why } = await peopleOf(context, project);
      const others = [a, b].filter((one) => one !== undefined);
      if (a === undefined || b === undefined)
        said.push(say(project.origin, 'not-tested', `Not tried between accounts: ${why}.`));
      for (const { id } of buckets) {
        const place = { context, project, bucket: id };
        said.push(await uploadAsNobody(place, others));
        if (a !== undefined && b !== undefined) said.push(...(await acrossPeople(place, a, b)));
      }
      return said;
    }),
});
