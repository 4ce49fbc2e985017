import { once } from '../accounts/memo.ts';
import { isGood, isHtml, isRefused } from '../access/answers.ts';
import { leavesOf } from '../access/json.ts';
import { isHidden, isPage, namesIn } from '../access/operations.ts';
import { entitled, lowerThan, meantFor } from '../access/people.ts';
import { survey } from '../access/survey.ts';
import { isSameAnswer } from './judge-function.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

/** A read that somebody has and somebody else is refused: what bypasses are tried on. */
export interface Refused {
  operation: Operation;
  url: string;
  holder: Actor;
  control: Answer;
  attacker: Actor | null;
  refusal: Answer;
  /** Values that stand in the holder's answer and in no answer to the attacker. */
  marks: readonly string[];
}

/** Refused reads, one of each area, staff's first; as nobody, and as the lowest role where a role is needed. */
export const refusedReads = (context: ProbeContext): Promise<readonly Refused[]> =>
  once(context, 'refused reads', () => find(context));

const find = async (context: ProbeContext): Promise<Refused[]> => {
  const seen = await survey(context);
  const found: Refused[] = [];
  const areas = new Map<string, number>();
  const operations = [
    ...new Map(seen.sights.map(({ operation, url }) => [operation.id, { operation, url }])).values(),
  ].filter(({ operation }) => !isHidden(operation));
  const ranked = operations.toSorted((a, b) => weight(context, a.operation) - weight(context, b.operation));
  for (const { operation, url } of ranked) {
    const meant = meantFor(context, operation);
    const holder =
      meant === undefined
        ? context.actors.all.find((actor) => isGood(seen.as(operation, actor)))
        : entitled(context, meant);
    const control = holder === undefined ? undefined : seen.as(operation, holder);
    if (holder === undefined || control === undefined || !isGood(control) || isHtml(control)) continue;
    const area = `${operation.origin} ${namesIn(operation.path)[0] ?? ''}`;
    const attackers: (Actor | null)[] = [
      null,
      ...(meant === undefined ? [] : lowerThan(context, meant, operation).slice(0, 1)),
    ];
    for (const attacker of attackers) {
      const refusal = seen.as(operation, attacker);
      if (refusal === undefined || !refusal.ok || !(isRefused(refusal) || refusal.status === 404)) continue;
      const key = `${area} ${attacker?.role ?? ''}`;
      const known = areas.get(key) ?? 0;
      const marks = marksOf(
        control,
        seen.sights.filter(({ viewer }) => viewer === attacker).map(({ answer }) => answer),
      );
      if (known >= 3 || marks.length < 2) continue;
      areas.set(key, known + 1);
      found.push({ operation, url, holder, control, attacker, refusal, marks });
    }
  }
  return found.slice(0, 24);
};

const weight = (context: ProbeContext, operation: Operation): number => {
  const meant = meantFor(context, operation);
  return (meant === undefined ? 2 : meant.top ? 0 : 1) + (isPage(operation) ? 4 : 0);
};

/** Pure: telling values of an answer that the others do not hold. */
export const marksOf = (control: Answer, others: readonly Answer[]): string[] => {
  if (!isGood(control) || control.json === undefined) return [];
  const texts = others.map((answer) => (answer.ok ? answer.text : ''));
  const values = leavesOf(control.json)
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .filter((value) => value.length >= 8 && value.length < 300);
  return [...new Set(values)].filter((value) => !texts.some((text) => text.includes(value))).slice(0, 20);
};

/** Pure: the attacker got what only the holder gets. */
export const isThrough = ({ marks, control }: Pick<Refused, 'marks' | 'control'>, answer: Answer): boolean => {
  if (!isGood(answer)) return false;
  const held = marks.filter((mark) => answer.text.includes(mark));
  return held.length >= Math.min(2, marks.length) && (held.length >= marks.length / 2 || isSameAnswer(control, answer));
};
