import { say, type Said } from '../../accounts/observe.ts';
import type { ProbeContext } from '../../contract/probe.ts';
import type { Answer, Body, Request } from '../../contract/send.ts';
import { newCanary } from '../insert-row.ts';
import { isIntake } from '../privacy.ts';
import { isFine } from '../rest.ts';
import { documentsPath, forServices, isDenied, type Service } from './ask.ts';

const write = (context: ProbeContext, method: Request['method'], url: string, body?: Body): Promise<Answer> =>
  context.send({ method, url, ...(body === undefined ? {} : { body }) }, { as: null, mode: 'write', maxBytes: 20_000 });

interface Trial {
  /** `firestore orders: create`. */
  subject: string;
  /** Said of what was written: `a document of orders`. */
  what: string;
  /** Where it is read back and deleted. */
  url: string;
  canary: string;
  intake: boolean;
  send: () => Promise<Answer>;
}

/** Writes one thing of ours, reads it back, takes it away again. */
const tryOne = async (context: ProbeContext, { subject, what, url, canary, intake, send }: Trial): Promise<Said> => {
  // Nobody may take away again what such a letter box took.
  if (intake) return say(subject, 'refuted', 'Not tried: by its name it takes what everybody sends.');
  const made = await send();
  if (!made.ok)
    return say(subject, made.kind === 'refused' ? 'not-tested' : 'inconclusive', `There was no answer: ${made.said}.`, [
      made,
    ]);
  if (isDenied(made)) return say(subject, 'refuted', 'The rules refuse it.', [made]);
  if (!isFine(made))
    return say(subject, made.status === 404 ? 'refuted' : 'inconclusive', `It answered ${made.status}.`, [made]);
  const read = await context.send({ method: 'GET', url }, { as: null, mode: 'read', maxBytes: 20_000 });
  const isShown = isFine(read) && read.text.includes(canary);
  const removed = await write(context, 'DELETE', url);
  context.made?.push({
    type: what,
    id: new URL(url).pathname.slice(0, 300),
    owner: 'nobody',
    by: subject,
    state: isFine(removed) ? 'removed' : 'cannot be removed',
    ...(isFine(removed) ? {} : { remove: `Delete ${what} with ${canary} in it.` }),
  });
  return say(
    subject,
    isShown ? 'confirmed' : 'likely',
    `Without any login ${what} was created${isShown ? ', read back' : '; it could not be read back'}${isFine(removed) ? ' and deleted' : ''}.`,
    [made, read, removed],
    { actor: 'nobody', facts: { canary, attack: made.exchange } },
  );
};

const trialsOf = (context: ProbeContext, { kind, origin, config }: Service): Trial[] => {
  const canary = newCanary();
  if (kind === 'firestore') {
    const base = `${origin}${documentsPath(config)}`;
    return [...config.collections].map((name) => {
      const url = `${base}/${name}/${canary}?key=${config.apiKey}`;
      const body = { json: { fields: { launchReady: { stringValue: canary } } } };
      const create = `${base}/${name}?documentId=${canary}&key=${config.apiKey}`;
      return {
        subject: `firestore ${name}: create`,
        what: `a document of ${name}`,
        url,
        canary,
        intake: isIntake(name),
        send: () => write(context, 'POST', create, body),
      };
    });
  }
  if (kind === 'database') {
    const url = `${origin}/launch-ready-${canary}.json`;
    const send = () => write(context, 'PUT', url, { json: { launchReady: canary } });
    return [{ subject: 'realtime database: write', what: 'a value', url, canary, intake: false, send }];
  }
  const url = `${origin}/v0/b/${config.storageBucket}/o/${canary}.txt?alt=media`;
  const upload = `${origin}/v0/b/${config.storageBucket}/o?name=${canary}.txt`;
  const send = () => write(context, 'POST', upload, { raw: canary, contentType: 'text/plain' });
  return [{ subject: `storage ${config.storageBucket}: upload`, what: 'a file', url, canary, intake: false, send }];
};

/** A collection that no app has: what may be made there may be made anywhere. */
const nowhere = (service: Service): Service => ({
  ...service,
  config: { ...service.config, collections: new Set([`launch-ready-${newCanary()}`]) },
});

/** What the rules let everybody create. */
export const writeFirebase = (context: ProbeContext): Promise<Said[]> =>
  forServices(context, 'own', async (service) => {
    const said: Said[] = [];
    if (service.kind === 'firestore') {
      for (const trial of trialsOf(context, nowhere(service))) {
        const everywhere = await tryOne(context, {
          ...trial,
          subject: 'firestore: create anywhere',
          what: 'a document of a collection that the app does not have',
        });
        if (everywhere.verdict === 'confirmed') return [everywhere];
      }
    }
    for (const trial of trialsOf(context, service)) said.push(await tryOne(context, trial));
    return said;
  });
