import type { BoundaryPlan } from '../../probe/plan/plan.ts';
import { printable } from '../output/printable.ts';

const WRITES: Readonly<Record<BoundaryPlan['mode'], string>> = {
  passive: 'looks at what any visitor sees; writes nothing',
  read: 'reads with the accounts you named; writes nothing',
  write: 'makes, changes and removes objects of its own with the accounts you named',
  destructive: 'makes, changes, deletes and ends objects and sessions of its own',
  burst: 'makes and deletes objects and sessions of its own, and sends short bursts to see limits',
};

const REACHES: Readonly<Record<BoundaryPlan['data'][number]['reach'], string>> = {
  own: 'tried like the app, on rows and files of its own',
  look: 'read as a visitor, at most one row of a table, its values masked',
  none: 'nothing is asked there',
};

const number = (value: number): string => value.toLocaleString('en-US');

/** What will be sent to whom, before it is sent. */
export const planText = (plan: BoundaryPlan): string => {
  const [first = '', ...others] = plan.origins.map((origin) => printable(origin, 80));
  const actors =
    plan.actors.length === 0 ? 'nobody but a visitor' : plan.actors.map((actor) => printable(actor, 60)).join(', ');
  return [
    '',
    `Probing  ${first}${others.length > 0 ? ` and ${others.join(', ')}` : ''} (${plan.environment})`,
    ...plan.data.map(
      ({ project, origin, reach }) =>
        `Data     ${printable(origin, 80)}${project === origin ? '' : ` (${printable(project, 60)})`}, named in its code: ${REACHES[reach]}`,
    ),
    `As       ${actors}`,
    `Asks     ${number(plan.operations.length)} ${plan.operations.length === 1 ? 'operation' : 'operations'} by ${plan.probes.length} probes, at most ${number(plan.requests)} requests`,
    `Does     ${WRITES[plan.mode]}`,
    ...(plan.left.length === 0 ? [] : [`Leaves   ${plan.left.length} probes that need more than mode ${plan.mode}`]),
    ...(plan.prove === undefined ? [] : [`Proof    ${printable(plan.prove, 500)}`]),
    ...[...new Set(plan.data.map(({ said }) => said))]
      .filter((said) => said !== '')
      .map((said) => `Note     ${printable(said, 600)}`),
    `Plan     ${plan.hash}; each request carries X-Launch-Ready-Run`,
    '',
  ].join('\n');
};
