import { isGood, isSilent } from '../access/answers.ts';
import { listIn } from '../access/json.ts';
import { isHidden, isSafeRead, pathNames } from '../access/operations.ts';
import { isStaff, oneOfEach } from '../access/people.ts';
import { between, settleSubjects, whoIs } from '../access/report.ts';
import { foreignIn, loginsIn } from '../access/secrets-of.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';

const ROOMS = ['debug', '_debug', 'dev', 'test', 'internal', '_internal', 'private'];
const THINGS = [
  '',
  'outbox',
  'mail',
  'mails',
  'emails',
  'messages',
  'users',
  'sessions',
  'tokens',
  'config',
  'env',
  'db',
  'dump',
  'logs',
  'state',
  'requests',
];
const OTHERS = [
  '/__mails',
  '/_mail',
  '/mailbox',
  '/dump',
  '/backup',
  '/export',
  '/users.json',
  '/api/users/all',
  '/api/export',
  '/api/dump',
  '/actuator/env',
  '/actuator/httptrace',
  '/telescope',
  '/_profiler',
  '/__debug__/',
  '/rails/info/properties',
  '/api/v0/users',
  '/api/internal',
];

/** Paths under which what was made for building the app is left in. */
export const hiddenPaths = (): string[] => [
  ...['', '/api'].flatMap((prefix) =>
    ROOMS.flatMap((room) => THINGS.map((thing) => `${prefix}/${room}${thing === '' ? '' : `/${thing}`}`)),
  ),
  ...OTHERS,
];

const AT_ONCE = 12;

/** Pure: what in an answer makes the route a leak. */
export const judgeHidden = (
  answer: Answer,
  neighbour: Answer | undefined,
  secrets: number,
): 'confirmed' | 'likely' | 'refuted' | 'inconclusive' => {
  if (isSilent(answer)) return 'inconclusive';
  if (!isGood(answer)) return 'refuted';
  // A catch-all answers everything alike.
  if (isGood(neighbour) && neighbour.text === answer.text) return 'refuted';
  if (secrets > 0) return 'confirmed';
  const list = listIn(answer.json);
  return list !== undefined && list.length > 0 && !isGood(neighbour) ? 'likely' : 'refuted';
};

const read = ({ send }: ProbeContext, url: string, as: Actor | null): Promise<Answer> =>
  send({ method: 'GET', url }, { as, mode: 'read', maxBytes: 256 * 1024 });

export const hiddenRoute = makeProbe({
  id: 'hidden-route',
  tries: 'whether routes that nothing names answer with private data',
  mode: 'read',
  subject: 'routes that nothing names',
  requests: ({ operations, actors }) =>
    hiddenPaths().length + operations.filter(isHidden).length * (1 + actors.all.length),
  run: async (context) => {
    const [first] = context.config.boundary?.origins ?? [];
    const known = context.operations.filter(
      (operation) => isHidden(operation) && isSafeRead(operation) && pathNames(operation.path).length === 0,
    );
    const described = new Set(
      context.operations.filter((operation) => !isHidden(operation)).map(({ origin, path }) => origin + path),
    );
    const urls = new Map<string, string>(known.map(({ id, origin, path }) => [new URL(path, origin).href, id]));
    for (const path of first === undefined ? [] : hiddenPaths()) {
      const url = new URL(path, first).href;
      if (!described.has(url) && !urls.has(url)) urls.set(url, `GET ${path}`);
    }
    const low = oneOfEach(context.actors.all.filter((actor) => !isStaff(actor)));
    const said: Said[] = [];
    let silent = 0;
    const all = [...urls];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const found = await Promise.all(
        all
          .slice(at, at + AT_ONCE)
          .map(([url, subject]) => tryOne(context, url, subject, known.some(({ id }) => id === subject) ? low : [])),
      );
      said.push(...found.flatMap((one) => one ?? []));
      silent += found.filter((one) => one === undefined).length;
    }
    const shown = settleSubjects(said).filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
    if (shown.length > 0) return shown;
    const verdict = silent > all.length / 2 ? 'inconclusive' : 'refuted';
    return [say('routes that nothing names', verdict, `Of ${all.length} usual paths none answered with private data.`)];
  },
});

/** Undefined when no answer came. */
const tryOne = async (
  context: ProbeContext,
  url: string,
  subject: string,
  low: readonly Actor[],
): Promise<Said[] | undefined> => {
  for (const viewer of [null, ...low]) {
    const answer = await read(context, url, viewer);
    if (viewer === null && isSilent(answer)) return undefined;
    if (!isGood(answer)) continue;
    const neighbour = await read(context, `${url.replace(/\/$/, '')}-nothing-of-this-name`, viewer);
    const secrets = foreignIn(context, answer.text, viewer).length + loginsIn(context, answer.text, viewer).length;
    const verdict = judgeHidden(answer, neighbour, secrets);
    if (verdict !== 'confirmed' && verdict !== 'likely') continue;
    context.cells.push(leakCell(subject, viewer?.role ?? 'nobody', answer.status, answer.exchange));
    const what = verdict === 'confirmed' ? 'private data of accounts of this run' : 'a list';
    return [
      say(
        subject,
        verdict,
        `${whoIs(viewer)} got ${what} from a path that nothing names.`,
        [neighbour, answer],
        between(viewer),
      ),
    ];
  }
  return [];
};
