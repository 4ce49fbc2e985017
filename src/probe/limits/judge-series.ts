import type { Answer, GoodAnswer } from '../contract/send.ts';

/** What came of the same request, again and again. `refused`: it was stopped. `slowed`: each took longer. `announced`: nothing was refused, and the answers count down. */
export interface Judged {
  end: 'refused' | 'slowed' | 'announced' | 'unlimited' | 'unclear';
  /** A sentence's part: `429 at request 11`. */
  how: string;
  /** Requests per minute that the app says it grants, where it counts down. */
  perMinute?: number;
}

const WORDS =
  /captcha|turnstile|too many|try again (?:later|in \d)|temporarily (?:locked|blocked)|account (?:is|has been) (?:temporarily )?locked|rate.?limit|slow down/i;

const number = (text: string | undefined): number =>
  text === undefined || !/^\s*\d{1,9}/.test(text) ? Number.NaN : Number.parseInt(text, 10);

/** Limit, rest and window in seconds that an answer announces: `RateLimit` of any draft, or `X-RateLimit-*`. */
export const announcedBy = (
  headers: Readonly<Record<string, string>>,
): { limit: number; left: number; seconds: number } | null => {
  const together = headers['ratelimit'] ?? '';
  const policy = headers['ratelimit-policy'] ?? '';
  const limit = number(
    headers['ratelimit-limit'] ??
      headers['x-ratelimit-limit'] ??
      /limit=(\d{1,9})/.exec(together)?.[1] ??
      /q=(\d{1,9})/.exec(policy)?.[1],
  );
  const left = number(
    headers['ratelimit-remaining'] ??
      headers['x-ratelimit-remaining'] ??
      /remaining=(\d{1,9})/.exec(together)?.[1] ??
      /\br=(\d{1,9})/.exec(together)?.[1],
  );
  const window = number(/w=(\d{1,9})/.exec(policy)?.[1]);
  return Number.isNaN(limit) || Number.isNaN(left)
    ? null
    : { limit, left, seconds: Number.isNaN(window) || window === 0 ? 900 : window };
};

/** Why an answer is a refusal for too many; null when it is not. `first` is the answer before there were many. */
export const refusalIn = (answer: Answer, first: GoodAnswer | undefined): string | null => {
  if (!answer.ok) return null;
  if (answer.status === 429) return '429';
  if (first === undefined || first === answer) return null;
  if ([423, 503].includes(answer.status) && answer.status !== first.status) return String(answer.status);
  if (WORDS.test(answer.text.slice(0, 50_000)) && !WORDS.test(first.text.slice(0, 50_000)))
    return `${answer.status} with words of refusal`;
  return answer.status !== first.status && [401, 403].includes(answer.status) && first.status < 300
    ? String(answer.status)
    : null;
};

const average = (list: readonly GoodAnswer[]): number =>
  list.reduce((sum, { ms }) => sum + ms, 0) / Math.max(1, list.length);

export const judgeSeries = (answers: readonly Answer[]): Judged => {
  const good = answers.filter((answer) => answer.ok);
  const [first] = good;
  const at = answers.findIndex((answer) => refusalIn(answer, first) !== null);
  const stop = answers[at];
  if (stop !== undefined) return { end: 'refused', how: `${refusalIn(stop, first) ?? ''} at request ${at + 1}` };
  if (
    first === undefined ||
    good.length < answers.length * 0.9 ||
    good.filter(({ status }) => status >= 500).length > 2
  )
    return { end: 'unclear', how: `${answers.length - good.length} of ${answers.length} requests got no answer` };
  const [before, after] = [average(good.slice(0, 3)), average(good.slice(-3))];
  if (good.length >= 8 && after > 1_000 && after > before * 5)
    return {
      end: 'slowed',
      how: `answers that took ${Math.round(after)} ms in the end and ${Math.round(before)} ms in the beginning`,
    };
  const [one, two] = [announcedBy(first.headers), announcedBy(good.at(-1)?.headers ?? {})];
  if (one !== null && two !== null && two.left < one.left)
    return {
      end: 'announced',
      how: `a limit of ${two.limit} that counts down`,
      perMinute: Math.round((two.limit * 60) / two.seconds),
    };
  return { end: 'unlimited', how: `no refusal in ${good.length} requests` };
};

/** Sends until one is refused, so many at a time. */
export const sendSeries = async (
  most: number,
  atOnce: number,
  send: (index: number) => Promise<Answer>,
): Promise<Answer[]> => {
  const answers: Answer[] = [];
  while (answers.length < most) {
    const from = answers.length;
    const batch = await Promise.all(
      Array.from({ length: Math.min(atOnce, most - from) }, (_, index) => send(from + index)),
    );
    answers.push(...batch);
    const first = answers.find((answer) => answer.ok);
    if (batch.some((answer) => refusalIn(answer, first) !== null || (!answer.ok && answer.kind !== 'timeout'))) break;
  }
  return answers;
};

/** The first exchanges and the last ones tell it all. */
export const ends = (answers: readonly Answer[]): Answer[] => [...answers.slice(0, 2), ...answers.slice(-2)];
