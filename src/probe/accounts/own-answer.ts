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
const MOST_TRIED = 14;

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

/** The first address that tells its owner from nobody, by the owner's own data. */
export const findOwnAnswer = async (
  context: ProbeContext,
  origin: string,
  login: string | undefined,
  headersFor: (url: string) => Headers,
): Promise<OwnAnswer | null> => {
  const { mine: likely, others } = livenessCandidates(context.operations, origin);
  for (const url of [...likely, ...others].slice(0, MOST_TRIED)) {
    const mine = await readWith(context, url, headersFor(url));
    if (!mine.ok && mine.kind === 'stopped') return null;
    if (!mine.ok || !isGood(mine.status)) continue;
    const nobodys = await readWith(context, url, {});
    if (!nobodys.ok) continue;
    const marks = marksOf(mine, nobodys, login);
    if (marks.length > 0) return { url, path: new URL(url).pathname, marks, mine, nobodys };
  }
  return null;
};
