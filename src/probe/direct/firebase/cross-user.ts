import { say, type Said } from '../../accounts/observe.ts';
import type { ProbeContext } from '../../contract/probe.ts';
import type { Answer, Body, Request } from '../../contract/send.ts';
import { isPrivateThing } from '../../values/names.ts';
import { newCanary } from '../insert-row.ts';
import { isIntake, isOthersBusiness, isRow, weighRow } from '../privacy.ts';
import { isFine } from '../rest.ts';
import { documentsPath, forServices, isDenied, plainOf, type Service } from './ask.ts';
import { firebasePeople, leave, type FirebasePerson } from './people.ts';

interface Case {
  context: ProbeContext;
  service: Service;
  name: string;
  a: FirebasePerson;
  b: FirebasePerson;
}

const ask = (
  context: ProbeContext,
  method: Request['method'],
  url: string,
  as: FirebasePerson,
  more: { body?: Body; discreet?: boolean; scheme?: string } = {},
): Promise<Answer> =>
  context.send(
    {
      method,
      url,
      headers: { authorization: `${more.scheme ?? 'Bearer'} ${as.token}` },
      ...(more.body === undefined ? {} : { body: more.body }),
    },
    {
      as: as.actor,
      mode: method === 'GET' ? 'read' : 'write',
      maxBytes: 100_000,
      discreet: more.discreet === true,
    },
  );

/** The names under which apps keep whose document it is. */
const OWNERS = [
  'uid',
  'userId',
  'user_id',
  'ownerId',
  'owner',
  'authorId',
  'buyerId',
  'customerId',
  'sellerId',
  'createdBy',
];

const documentOf = (uid: string, canary: string): Body => ({
  json: {
    fields: {
      ...Object.fromEntries(OWNERS.map((name) => [name, { stringValue: uid }])),
      launchReady: { stringValue: canary },
    },
  },
});

const tryCollection = async ({ context, service, name, a, b }: Case): Promise<Said[]> => {
  const { origin, config } = service;
  const subject = `firestore ${name}`;
  // Such a letter box is often one that nobody may empty again.
  if (isIntake(name)) return [say(subject, 'refuted', `Not tried: by its name ${name} takes what everybody sends.`)];
  const canary = newCanary();
  const base = `${origin}${documentsPath(config)}/${name}`;
  const key = `key=${config.apiKey}`;
  const more = { actor: b.actor.name, owner: a.actor.name };
  const made: Answer[] = [];
  let url = '';
  // Profiles stand under the id of the account; other things under one of their own.
  for (const id of [canary, a.uid]) {
    const answer = await ask(context, 'POST', `${base}?documentId=${id}&${key}`, a, {
      body: documentOf(a.uid, canary),
    });
    made.push(answer);
    if (!isFine(answer)) continue;
    url = `${base}/${id}?${key}`;
    break;
  }
  if (url === '') {
    const isRefused = made.every((answer) => isDenied(answer));
    return [say(subject, isRefused ? 'refuted' : 'inconclusive', 'An account could not make a document there.', made)];
  }
  const reads = async (as: FirebasePerson) => {
    const answer = await ask(context, 'GET', url, as);
    const document = isFine(answer) ? plainOf(answer.json) : {};
    return { answer, word: document['launchReady'] };
  };
  const said: Said[] = [];
  try {
    if ((await reads(a)).word !== canary)
      return [say(subject, 'inconclusive', 'The account that made the document could not read it back.', made)];
    const other = await reads(b);
    const isForOthers = !isPrivateThing(name) || isOthersBusiness(name, { launchReady: canary });
    said.push(
      other.word === canary && !isForOthers
        ? say(
            `${subject}: read`,
            'confirmed',
            `A document of ${name} that one account made was read as another account.`,
            [...made.slice(-1), other.answer],
            { ...more, facts: { canary, attack: other.answer.exchange } },
          )
        : say(
            `${subject}: read`,
            'refuted',
            other.word === canary
              ? `Others see a document of ${name}; by its name that is no secret.`
              : 'The document of another was not shown.',
            [other.answer],
            more,
          ),
    );
    const mark = newCanary();
    const put = await ask(context, 'PATCH', `${url}&updateMask.fieldPaths=launchReady`, b, {
      body: { json: { fields: { launchReady: { stringValue: mark } } } },
    });
    const after = await reads(a);
    said.push(
      after.word === mark
        ? say(
            `${subject}: change`,
            'confirmed',
            `Another account changed a document of ${name}; its owner read the new value.`,
            [put, after.answer],
            { ...more, facts: { canary: mark, attack: put.exchange } },
          )
        : say(`${subject}: change`, 'refuted', 'The document stayed as it was.', [put, after.answer], more),
    );
    const removed = await ask(context, 'DELETE', url, b);
    const last = await reads(a);
    said.push(
      isFine(removed) && last.answer.ok && last.answer.status === 404
        ? say(
            `${subject}: delete`,
            'confirmed',
            `Another account deleted a document of ${name}; its owner no longer finds it.`,
            [removed, last.answer],
            { ...more, facts: { attack: removed.exchange } },
          )
        : say(`${subject}: delete`, 'refuted', 'The document is still there.', [removed, last.answer], more),
    );
    return said;
  } finally {
    await ask(context, 'DELETE', url, a);
    const left = await ask(context, 'GET', url, a);
    const isGone = left.ok && left.status === 404;
    context.made?.push({
      type: name,
      id: new URL(url).pathname.slice(-200),
      owner: a.actor.name,
      by: `POST firestore ${name}`,
      state: isGone ? 'removed' : 'cannot be removed',
      ...(isGone ? {} : { remove: `Delete the document of ${name} with ${canary} in it.` }),
    });
  }
};

/** What any account sees by a list that nobody sees without one. */
const listed = async ({ context, service, name, b }: Case): Promise<Said[]> => {
  const url = `${service.origin}${documentsPath(service.config)}/${name}?pageSize=1&key=${service.config.apiKey}`;
  const nobody = await context.send(
    { method: 'GET', url },
    { as: null, mode: 'read', maxBytes: 100_000, discreet: true },
  );
  if (!isDenied(nobody)) return [];
  const answer = await ask(context, 'GET', url, b, { discreet: true });
  const { documents } = (isFine(answer) ? answer.json : {}) as { documents?: unknown };
  const [first] = Array.isArray(documents) ? (documents as unknown[]) : [];
  const row = plainOf(first);
  const { weight, columns } = weighRow(name, row);
  if (first === undefined || !isRow(row) || weight !== 'private') return [];
  const said = `Every account lists all of ${name}: one that was made a moment ago got a document of another, with ${columns.join(', ')} filled in.`;
  return [
    say(`firestore ${name}: list`, 'confirmed', said, [answer], {
      actor: b.actor.name,
      facts: { attack: answer.exchange },
    }),
  ];
};

/** The Realtime Database and Storage, as any account sees them and nobody else does. */
const whole = async (context: ProbeContext, { kind, origin, config }: Service, b: FirebasePerson): Promise<Said[]> => {
  const isFiles = kind === 'storage';
  const subject = isFiles ? `storage ${config.storageBucket}: list` : 'realtime database: read';
  const url = isFiles ? `${origin}/v0/b/${config.storageBucket}/o?maxResults=3` : `${origin}/.json?shallow=true`;
  const nobody = await context.send(
    { method: 'GET', url },
    { as: null, mode: 'read', maxBytes: 100_000, discreet: true },
  );
  if (!isDenied(nobody))
    return [say(subject, 'refuted', 'Nobody needs an account for it: spoken of as data-open-read.')];
  const own = isFiles ? url : `${url}&auth=${b.token}`;
  const answer = await ask(context, 'GET', own, b, { discreet: true, ...(isFiles ? { scheme: 'Firebase' } : {}) });
  const { items = [] } = (isFine(answer) ? (answer.json ?? {}) : {}) as { items?: unknown[] };
  const seen = isFiles ? items.length : isFine(answer) && isRow(answer.json) ? Object.keys(answer.json).length : 0;
  const what = isFiles ? 'the files of all were listed by name' : 'the whole database can be read, from its root';
  return [
    seen > 0
      ? say(subject, 'confirmed', `As an account that was made a moment ago ${what}.`, [answer], {
          actor: b.actor.name,
          facts: { attack: answer.exchange },
        })
      : say(subject, 'refuted', 'An account gets no more than nobody.', [answer], { actor: b.actor.name }),
  ];
};

/** What one account reaches of another, by the effect of the rules. The accounts are removed at the end. */
export const crossFirebase = async (context: ProbeContext): Promise<Said[]> => {
  try {
    return await acrossServices(context);
  } finally {
    await leaveAll(context);
  }
};

const acrossServices = (context: ProbeContext): Promise<Said[]> =>
  forServices(context, 'own', async (service) => {
    const { a, b, why } = await firebasePeople(context, service.config);
    const subject = `${service.config.projectId} ${service.kind}`;
    if (a === undefined || b === undefined) return [say(subject, 'not-tested', `Not tried between accounts: ${why}.`)];
    if (service.kind !== 'firestore') return whole(context, service, b);
    const said: Said[] = [];
    for (const name of service.config.collections) {
      const one = { context, service, name, a, b };
      said.push(...(await listed(one)), ...(await tryCollection(one)));
    }
    return said;
  });

const leaveAll = async (context: ProbeContext): Promise<void> => {
  const done = new Set<string>();
  await forServices(context, 'own', async ({ config }) => {
    if (!done.has(config.projectId)) await leave(context, config);
    done.add(config.projectId);
    return [];
  });
};
