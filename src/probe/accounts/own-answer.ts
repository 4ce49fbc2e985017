import { isGood } from '../actors/door.ts';
import { livenessCandidates } from '../actors/liveness.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

export type Headers = Readonly<Record<string, string>>;

/** An answer that only its owner gets, and what in it shows whose it is. */
export interface OwnAnswer {
  url: string;
  path: string;
  /** All of them stand in the owner's answer, none in nobody's. Never shown. */
  marks: readonly string[];
  /** The owner's answer, and nobody's. */
  mine: Answer;
  nobodys: Answer;
}

const IDENTITY =
  /^(?:_?id|uuid|uid|sub|guid|e-?mail|user_?name|login|handle|phone|user_?id|account_?id|customer_?id)$/i;
const MOST_TRIED = 36;
/** A list that names many people is nobody's own. */
const MOST_PEOPLE = 3;

/** Values of members that say who somebody is, as they stand in a JSON text: `"email":"a@b"`. */
export const identityMarks = (json: unknown, depth = 0): string[] => {
  if (typeof json !== 'object' || json === null || depth > 4 || Array.isArray(json)) return [];
  return Object.entries(json)
    .slice(0, 100)
    .flatMap(([name, value]) => {
      if (typeof value === 'object') return identityMarks(value, depth + 1);
      const usable = (typeof value === 'string' && value.length > 0 && value.length < 300) || typeof value === 'number';
      return IDENTITY.test(name) && usable ? [`${JSON.stringify(name)}:${JSON.stringify(value)}`] : [];
    })
    .slice(0, 20);
};

/** A text as the marks are looked for in it. JSON is written in one way. */
export const comparable = ({ json, text }: { json: unknown; text: string }): string =>
  typeof json === 'object' && json !== null ? JSON.stringify(json) : text;

/** The marks of an answer that nobody's answer does not have. */
export const marksOf = (
  mine: { json: unknown; text: string },
  nobodys: { json: unknown; text: string },
  login: string | undefined,
): string[] => {
  const text = comparable(mine);
  const other = comparable(nobodys);
  const known = login !== undefined && login.length >= 3 ? [login] : [];
  return [...new Set([...identityMarks(mine.json), ...known])].filter(
    (mark) => text.includes(mark) && !other.includes(mark),
  );
};

/** `own`: the owner's private answer. `other`: some other answer. `silent`: nothing follows from it. */
export const judgeOwn = (answer: Answer, { marks }: Pick<OwnAnswer, 'marks'>): 'own' | 'other' | 'silent' => {
  if (!answer.ok || answer.status === 429 || answer.status >= 500) return 'silent';
  const text = comparable(answer);
  return isGood(answer.status) && marks.length > 0 && marks.every((mark) => text.includes(mark)) ? 'own' : 'other';
};

/** A plain read with exactly these credentials. */
export const readWith = ({ send }: ProbeContext, url: string, headers: Headers): Promise<Answer> =>
  send({ method: 'GET', url, headers }, { as: null, mode: 'read', maxBytes: 256 * 1024 });

const peopleIn = (text: string): number =>
  new Set(text.slice(0, 100_000).match(/[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/g)).size;

/** Where an own answer was found before, by origin. */
const knownFor = new WeakMap<ProbeContext, Map<string, string>>();

/** The first address that tells its owner from nobody, by the owner's own data. */
export const findOwnAnswer = async (
  context: ProbeContext,
  origin: string,
  login: string | undefined,
  headersFor: (url: string) => Headers,
): Promise<OwnAnswer | null> => {
  const { mine: likely, others } = livenessCandidates(context.operations, origin, MOST_TRIED);
  const known = knownFor.get(context) ?? new Map<string, string>();
  knownFor.set(context, known);
  const urls = [...new Set([known.get(origin) ?? [], likely, others].flat())];
  for (const url of urls.slice(0, MOST_TRIED)) {
    const mine = await readWith(context, url, headersFor(url));
    if (!mine.ok && mine.kind === 'stopped') return null;
    if (!mine.ok || !isGood(mine.status) || peopleIn(mine.text) > MOST_PEOPLE) continue;
    const nobodys = await readWith(context, url, {});
    if (!nobodys.ok) continue;
    const marks = marksOf(mine, nobodys, login);
    if (marks.length === 0) continue;
    known.set(origin, url);
    return { url, path: new URL(url).pathname, marks, mine, nobodys };
  }
  return null;
};
