import type { EdgeChange, EdgePlan, EdgeRollback } from '../../model/edge-plan.ts';
import { visible } from '../escape/visible.ts';

const flat = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Indented JSON of a rule, as lines of a diff. */
const ruleLines = (sign: '-' | '+', rule: object): string[] =>
  JSON.stringify(rule, null, 2)
    .split('\n')
    .map((line) => `${sign} ${line}`);

const linesOf = (change: EdgeChange): string[] =>
  change.kind === 'setting'
    ? [
        `@@ setting ${change.id} @@  ${change.why}`,
        `- ${change.id} = ${flat(change.before)}`,
        `+ ${change.id} = ${flat(change.after)}`,
      ]
    : [
        `@@ rule ${change.after.ref} in ${change.phase} @@  ${change.why}`,
        ...(change.before === null ? [] : ruleLines('-', change.before)),
        ...ruleLines('+', change.after),
      ];

/** The plan as a diff, before → after. */
export const renderPlan = ({ zone, changes, notes }: EdgePlan): string => {
  const count = changes.length;
  const head =
    count === 0
      ? `${zone.name} at Cloudflare (${zone.plan} plan): nothing to change.`
      : `${zone.name} at Cloudflare (${zone.plan} plan): ${count} ${count === 1 ? 'change' : 'changes'}.`;
  return [
    head,
    ...changes.flatMap((change) => ['', ...linesOf(change)]),
    ...(notes.length > 0 ? ['', 'Left out, or left to you:'] : []),
    ...notes.map((note) => `  ${note}`),
  ]
    .map(visible)
    .join('\n');
};

/** The way back as a diff, the last change first. */
export const renderRollback = ({ zone, changes, madeAt }: EdgeRollback): string =>
  [
    `${zone.name} at Cloudflare, as it was on ${madeAt}:`,
    ...changes.toReversed().flatMap((change) => ['', ...backLines(change)]),
  ]
    .map(visible)
    .join('\n');

const backLines = (change: EdgeChange): string[] => {
  if (change.kind === 'setting')
    return linesOf({ ...change, why: 'as it was', before: change.after, after: change.before });
  const { before, after } = change;
  if (before !== null) return linesOf({ ...change, why: 'as it was', before: after, after: before });
  return [`@@ rule ${after.ref} in ${change.phase} @@  there was none`, ...ruleLines('-', after)];
};

/** One line for a change that was made or put back. */
export const nameOf = (change: EdgeChange): string =>
  visible(change.kind === 'setting' ? `setting ${change.id}` : `rule ${change.after.ref} in ${change.phase}`);
