import { randomInt } from 'node:crypto';
import { say, type Said } from '../accounts/observe.ts';
import { kindOf } from '../answers/routes.ts';
import type { Answer } from '../contract/send.ts';
import { refusalIn } from './judge-series.ts';
import { isThrough, type Series } from './series.ts';

/** Addresses for documentation (RFC 5737): nobody has them. */
const address = (): string => `203.0.113.${randomInt(1, 255)}`;

interface Way {
  /** Ends "with …". */
  name: string;
  headers?: () => Record<string, string>;
  path?: (path: string) => string;
}

export const WAYS: readonly Way[] = [
  ...[
    'x-forwarded-for',
    'x-real-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'x-client-ip',
    'x-cluster-client-ip',
    'fastly-client-ip',
  ].map((name) => ({
    name: `a made-up ${name}`,
    headers: () => ({ [name]: address() }),
  })),
  { name: 'a made-up forwarded', headers: () => ({ forwarded: `for=${address()}` }) },
  { name: 'a slash at the end of the path', path: (path) => `${path.replace(/\/+$/, '')}/` },
  { name: 'a slash twice in the path', path: (path) => path.replace(/\/([^/]*)$/, '//$1') },
  { name: 'the path in capitals', path: (path) => path.toUpperCase() },
  {
    name: 'an escape in the path',
    path: (path) => path.replace(/[a-z]$/i, (last) => `%${last.charCodeAt(0).toString(16)}`),
  },
];

/** Tries to pass a limit by while it is closed; undefined where none was met. */
export const passBy = async (series: Omit<Series, 'passed'>): Promise<Said | undefined> =>
  series.judged.end === 'refused' && series.answers.length > 1 ? tryWays(series) : undefined;

const tryWays = async ({ subject, answers, again }: Omit<Series, 'passed'>): Promise<Said> => {
  const first = answers.find((answer) => answer.ok);
  const isRefused = (answer: Answer): boolean => refusalIn(answer, first) !== null;
  const before = await again();
  if (!isRefused(before))
    return say(subject, 'inconclusive', 'The limit was open again before it was tried to pass it by.', [before]);
  const tried: Answer[] = [before];
  for (const { name, headers, path } of WAYS) {
    const answer = await again(headers?.() ?? {}, path);
    tried.push(answer);
    if (isRefused(answer) || !isThrough(answer, first) || !sameWords(answer, first)) continue;
    const after = await again();
    if (!isRefused(after))
      return say(subject, 'inconclusive', 'The limit opened while it was tried to pass it by.', [
        before,
        answer,
        after,
      ]);
    return say(
      subject,
      'confirmed',
      `Refused as one too many, then let through with ${name}, and refused again without it.`,
      [before, answer, after],
      { actor: 'nobody', facts: { way: name, attack: answer.exchange } },
    );
  }
  return say(subject, 'refuted', `Once refused, ${WAYS.length} made-up addresses and spellings did not help.`, tried);
};

/** For refusals and failures to log in: the same text, so that another address did not just give another error. */
const sameWords = (answer: Answer, first: Answer | undefined): boolean => {
  if (!answer.ok || first?.ok !== true) return false;
  if (answer.status < 400) return kindOf(answer) === kindOf(first);
  const plain = (text: string): string => text.slice(0, 5_000).replaceAll(/[\w-]{16,}|\d+/g, '#');
  return plain(answer.text) === plain(first.text);
};
