import { defineCheck } from '../../../model/check.ts';
import type { CodeLapse, Endpoint } from '../../../model/evidence/code.ts';
import type { Defect } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';
import { failsOpen, isCalledByClock, isCalledFromOutside, isWayAround, writes, written } from '../webhooks.ts';

const SAID: Readonly<Record<Exclude<CodeLapse['when'], 'parsed body'>, string>> = {
  'secret unset':
    'The check runs only when its secret is set: where somebody forgot the variable, everybody is believed.',
  'not sent': 'The check runs only when a signature is sent: whoever sends none is believed.',
  'failure ignored': 'The check is made, and what is not signed is worked on all the same.',
};

export default defineCheck({
  id: 'audit/webhook-fails-open',
  stage: 'audit',
  bar: ['M12'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Signatures and secrets are checked for every caller',
    fail: 'The check of a signature or secret can be left out',
  },
  why: 'Whoever finds the way around it says that an order was paid or starts the nightly job, and the tests stay green: they all send a signature.',
  references: ['CWE-636', 'CWE-345', 'ASVS 5.0 16.5.3'],
  needs: ['code.endpoints'],
  evaluate: ({ 'code.endpoints': endpoints }) => {
    if (!endpoints.some((one) => isCalledFromOutside(one) || isCalledByClock(one))) return 'not-applicable';
    const open = endpoints.filter((one) => failsOpen(one) && one.confidence === 'certain');
    return [...Map.groupBy(open, placeOf).values()].flatMap(defectOf);
  },
  fix: () => ({
    steps: [
      'Refuse first: answer 500 when the secret is not set, 401 when no signature is sent, and end there.',
      'Then check without a condition around it, and let its failure end the request.',
      'Require the secret when the app starts, so that a forgotten variable stops the deploy and not the check.',
    ],
    verify: 'npx launch-ready --only audit/webhook-fails-open',
  }),
});

const wayIn = ({ lapses = [] }: Endpoint): CodeLapse | undefined => lapses.find(isWayAround);

const placeOf = (endpoint: Endpoint): string => {
  const at = wayIn(endpoint)?.at;
  return `${at?.path ?? ''}:${at?.line ?? 0}`;
};

/** One check that many routes share is one defect. */
const defectOf = (same: readonly Endpoint[]): Defect[] => {
  const lapse = same[0] === undefined ? undefined : wayIn(same[0]);
  if (lapse === undefined || lapse.when === 'parsed body') return [];
  const changed = [...new Set(same.flatMap(written))].slice(0, 4).map(printable);
  const ids = same.map(({ id }) => printable(id));
  const named = `${ids.slice(0, 4).join(', ')}${ids.length > 4 ? ` and ${ids.length - 4} more` : ''}`;
  return [
    {
      key: `${lapse.at.path} ${ids.toSorted()[0] ?? ''}`,
      // A variable that is set closes it; nothing that the owner does closes the others.
      severity: lapse.when !== 'secret unset' && same.some(writes) ? 'blocker' : 'high',
      where: { path: lapse.at.path, line: lapse.at.line },
      proof: {
        kind: 'code',
        text: `${SAID[lapse.when]} It stands before ${named}${changed.length === 0 ? '' : `, with changes of ${changed.join(', ')}`}.`,
      },
    },
  ];
};
