import type { Finding } from '../../model/finding.ts';
import type { SprintPlan } from '../../model/review.ts';
import type { Config } from '../../model/target.ts';
import { isOpen } from '../verdict/policy.ts';
import { counted } from '../words.ts';
import { hoursOf, roundHours, totalHours } from './hours.ts';
import { layOut, type Piece } from './lay-out.ts';
import { money } from './money.ts';

/** Hours of the clock that the review after the fixes, and the deployment with a watch over it, take. */
export const CLOSING_HOURS = { verify: 1, deploy: 2 } as const;

const CLOSING = CLOSING_HOURS.verify + CLOSING_HOURS.deploy;

type Settings = Config['plan'];

const positive = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);

const fixing = (findings: readonly Finding[], engineers: number): readonly Piece[] => {
  const hours = hoursOf(findings);
  const pieces = (phase: string, some: readonly Finding[]): readonly Piece[] =>
    some.map((one) => ({ phase, fingerprint: one.fingerprint, hours: (hours.get(one.fingerprint) ?? 0) / engineers }));
  return [
    ...pieces(
      'Rotate exposed secrets and close the leaks',
      findings.filter((one) => one.bar.includes('M2')),
    ),
    ...pieces(
      'Fix what must be fixed',
      findings.filter((one) => !one.bar.includes('M2')),
    ),
  ];
};

const closing = (unproven: number): readonly Piece[] => [
  {
    phase: unproven > 0 ? 'Settle what is unproven and run the review again' : 'Run the review again',
    hours: CLOSING_HOURS.verify,
    fingerprint: null,
  },
  { phase: 'Deploy and watch', hours: CLOSING_HOURS.deploy, fingerprint: null, whole: true },
];

interface Sum {
  sprint: SprintPlan['sprint'];
  count: number;
  mustFixHours: number;
  capacityHours: number;
  /** Engineers at work, 0 when the settings name none. */
  engineers: number;
  unproven: number;
}

const price = (hours: number, settings: Settings): string =>
  `${money(hours * settings.ratePerHour, settings.currency)} at ${money(settings.ratePerHour, settings.currency)} an hour`;

const stillOpen = (unproven: number): string =>
  `${counted(unproven, 'bar item')} ${unproven === 1 ? 'is' : 'are'} unproven`;

const answerOf = (sum: Sum, settings: Settings): string => {
  if (sum.sprint === 'deploy-only') {
    if (sum.unproven === 0) return 'Yes: nothing found has to be fixed first, so a deploy-only sprint is enough.';
    return `Not decided: nothing must be fixed first so far, but ${stillOpen(sum.unproven)} and may need more than a deploy-only sprint.`;
  }
  const onTop = sum.unproven === 0 ? '' : ` ${stillOpen(sum.unproven)}; whatever is found behind comes on top.`;
  const take = sum.count === 1 ? 'takes' : 'take';
  const work = `${counted(sum.count, 'must-fix finding')} ${take} about ${counted(sum.mustFixHours, 'hour')} (${price(sum.mustFixHours, settings)})`;
  const capacity = `${counted(sum.capacityHours, 'working hour')} of ${counted(settings.engineers, 'engineer')}`;
  if (sum.sprint === 'launch-hardening') {
    return `Yes: ${work}, which together with ${CLOSING} hours to check and deploy fits the ${capacity} in 48 hours.${onTop}`;
  }
  const perDay = sum.capacityHours / 2;
  const needed = sum.mustFixHours + CLOSING * sum.engineers;
  const length = perDay > 0 ? ` of about ${counted(Math.ceil(needed / perDay), 'working day')}` : '';
  return `No: ${work}, which together with ${CLOSING} hours to check and deploy does not fit the ${capacity} in 48 hours; plan a rescue sprint${length}.${onTop}`;
};

const blocksOf = (sum: Sum, mustFix: readonly Finding[], hoursPerDay: number): SprintPlan['blocks'] => {
  if (sum.engineers === 0) return [];
  const work = fixing(mustFix, sum.engineers);
  return layOut(sum.sprint === 'rescue' ? work : [...work, ...closing(sum.unproven)], hoursPerDay);
};

/**
 * The 48-hour plan for ranked findings: hours and cost of the open ones, which sprint they need, and what is done when.
 * A rescue's blocks show what the 48 hours hold of it. `unproven` is the number of unproven bar items.
 */
export const planSprint = (findings: readonly Finding[], settings: Settings, unproven: number): SprintPlan => {
  const mustFix = findings.filter((finding) => finding.mustFix && isOpen(finding));
  const mustFixHours = totalHours(mustFix);
  const canWaitHours = totalHours(findings.filter((finding) => !finding.mustFix && isOpen(finding)));
  const engineers = positive(settings.engineers);
  const hoursPerDay = Math.min(24, positive(settings.hoursPerDay));
  const capacityHours = roundHours(engineers * hoursPerDay * 2);
  const fits = mustFixHours + CLOSING * engineers <= capacityHours;
  const sprint = mustFix.length === 0 ? 'deploy-only' : fits ? 'launch-hardening' : 'rescue';
  const sum: Sum = { sprint, count: mustFix.length, mustFixHours, capacityHours, engineers, unproven };
  return {
    sprint,
    answer: answerOf(sum, settings),
    mustFixHours,
    canWaitHours,
    capacityHours,
    cost: {
      mustFix: Math.round(mustFixHours * settings.ratePerHour),
      all: Math.round((mustFixHours + canWaitHours) * settings.ratePerHour),
      currency: settings.currency,
      ratePerHour: settings.ratePerHour,
    },
    blocks: blocksOf(sum, mustFix, hoursPerDay),
  };
};
