import { say, type Said } from '../../accounts/observe.ts';
import type { ProbeContext } from '../../contract/probe.ts';
import type { Answer, GoodAnswer } from '../../contract/send.ts';
import { isPrivateThing } from '../../values/names.ts';
import { isRow, weighRow, type Row } from '../privacy.ts';
import { documentsPath, forServices, isDenied, plainOf, type Service } from './ask.ts';

const MOST_PARTS = 20;

const get = (context: ProbeContext, url: string): Promise<Answer> =>
  context.send({ method: 'GET', url }, { as: null, mode: 'read', maxBytes: 100_000, discreet: true });

const unclear = (subject: string, answer: Answer): Said | null => {
  if (!answer.ok) return say(subject, 'inconclusive', `There was no answer: ${answer.said}.`, [answer]);
  if (isDenied(answer)) return say(subject, 'refuted', 'The rules refuse it.', [answer]);
  if (answer.status === 404) return say(subject, 'refuted', 'Nothing is there.', [answer]);
  return answer.status === 200 ? null : say(subject, 'inconclusive', `It answered ${answer.status}.`, [answer]);
};

const judge = (subject: string, name: string, row: Row, answer: GoodAnswer): Said => {
  const { weight, columns } = weighRow(name, row);
  const fields = Object.keys(row).slice(0, 20).join(', ').slice(0, 300);
  const what = `Without any login a document of ${name} was read`;
  if (weight === 'public')
    return say(subject, 'refuted', `${what}; nothing in it looks private (${fields}).`, [answer]);
  return say(
    subject,
    weight === 'private' ? 'confirmed' : 'likely',
    columns.length === 0
      ? `${what}, which by its name and fields (${fields}) belongs to one person.`
      : `${what}, with ${columns.join(', ')} filled in.`,
    [answer],
    { actor: 'nobody', facts: { attack: answer.exchange } },
  );
};

const firestore = async (context: ProbeContext, { origin, config }: Service): Promise<Said[]> => {
  const said: Said[] = [];
  for (const name of config.collections) {
    const subject = `firestore ${name}`;
    const answer = await get(context, `${origin}${documentsPath(config)}/${name}?pageSize=1&key=${config.apiKey}`);
    const open = unclear(subject, answer);
    if (open !== null || !answer.ok) {
      if (open !== null) said.push(open);
      continue;
    }
    const { documents } = (answer.json ?? {}) as { documents?: unknown };
    const [first] = Array.isArray(documents) ? (documents as unknown[]) : [];
    said.push(
      first === undefined
        ? say(subject, 'refuted', `Nobody saw a document in ${name}; the rules let everybody look.`, [answer])
        : judge(subject, name, plainOf(first), answer),
    );
  }
  return said;
};

const database = async (context: ProbeContext, { origin }: Service): Promise<Said[]> => {
  const root = await get(context, `${origin}/.json?shallow=true`);
  const subject = 'realtime database';
  const open = unclear(subject, root);
  if (open !== null || !root.ok) return open === null ? [] : [open];
  const names = isRow(root.json) ? Object.keys(root.json).filter((name) => /^[\w-]{1,60}$/.test(name)) : [];
  const said: Said[] = [];
  for (const name of names.slice(0, MOST_PARTS)) {
    const one = await get(context, `${origin}/${name}.json?orderBy=%22%24key%22&limitToFirst=1`);
    const value = one.ok && isRow(one.json) ? Object.values(one.json)[0] : undefined;
    if (one.ok && isRow(value)) said.push(judge(`${subject} ${name}`, name, value, one));
    else if (one.ok && one.status === 200 && isPrivateThing(name))
      said.push(say(`${subject} ${name}`, 'likely', `Without any login ${name} was read.`, [one], { actor: 'nobody' }));
  }
  const isEmpty = names.length === 0;
  said.push(
    isEmpty
      ? say(subject, 'refuted', 'The database shows nothing; its rules let everybody look.', [root])
      : say(
          subject,
          'confirmed',
          `Without any login the whole database can be read, from its root: ${names.slice(0, 10).join(', ')}.`,
          [root],
          { actor: 'nobody', facts: { attack: root.exchange } },
        ),
  );
  return said;
};

const storage = async (context: ProbeContext, { origin, config }: Service): Promise<Said[]> => {
  const subject = `storage ${config.storageBucket}`;
  const answer = await get(context, `${origin}/v0/b/${config.storageBucket}/o?maxResults=3`);
  const open = unclear(subject, answer);
  if (open !== null || !answer.ok) return open === null ? [] : [open];
  const { items, prefixes } = (answer.json ?? {}) as { items?: unknown; prefixes?: unknown };
  const seen = [items, prefixes].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : [])).length;
  return [
    seen === 0
      ? say(subject, 'refuted', 'Nobody saw a file.', [answer])
      : say(
          subject,
          'confirmed',
          'Without any login the files were listed by name; what can be listed can be fetched.',
          [answer],
          { actor: 'nobody', facts: { attack: answer.exchange } },
        ),
  ];
};

/** What the rules of Firestore, the Realtime Database and Storage let everybody read, by their effect. */
export const readFirebase = (context: ProbeContext): Promise<Said[]> =>
  forServices(context, 'look', (service) => ({ firestore, database, storage })[service.kind](context, service));
