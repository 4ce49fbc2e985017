import type { DataPolicy, DataProof, DataTable } from '../../../model/evidence/data.ts';
import type { Severity } from '../../../model/severity.ts';
import { isOwned } from './words.ts';

/** What lets somebody in, as the checks tell it apart. */
export type Cause =
  | 'rls-off'
  | 'rls-service-policy-open'
  | 'rls-authenticated-not-owner'
  | 'rls-always-true-write'
  | 'data-proof';

/** Visitors are meant to write here; nobody reads them back. */
const DROP_BOX =
  /(?:contact|lead|waitlist|newsletter|subscriber|feedback|enquir|inquir|analytic|_logs?$|_events?$|_views?$|visit|metric|telemetry|track|error|report|survey|application|search_|performance|session)/i;
const WEIGHTY = /order|payment|payout|transaction|message|review|booking|invoice|wallet|refund|balance|credit/i;
const SERVICE = /service|system|backend|server|edge function|internal|webhook|cron|admin|staff|moderator/i;

/** How bad an open way is; null where it may well be meant. */
export const weigh = (table: DataTable, { verb, actor, columns }: DataProof): Severity | null => {
  const bare = table.name.slice(table.name.indexOf('.') + 1);
  if (verb === 'read')
    return table.privacy.kind === 'private'
      ? 'blocker'
      : table.privacy.kind === 'unclear' && columns.length > 0
        ? 'low'
        : null;
  if (verb === 'change' || verb === 'delete')
    return actor === 'visitor' || isOwned(table) || table.privacy.kind === 'private' ? 'blocker' : 'high';
  if (verb === 'promote' || DROP_BOX.test(bare)) return null;
  if (verb === 'forge') return WEIGHTY.test(bare) ? 'high' : 'medium';
  // Rows of nobody: a policy that lets visitors add them is a form; without any, nobody has thought of it.
  return actor === 'visitor' && !table.rls ? 'medium' : null;
};

const COMMAND: Readonly<Record<DataProof['verb'], DataPolicy['command']>> = {
  read: 'select',
  change: 'update',
  promote: 'update',
  delete: 'delete',
  add: 'insert',
  forge: 'insert',
};

/** The policies that let this attempt through, the widest first. */
export const policiesFor = (
  { policies }: DataTable,
  { verb, actor }: Pick<DataProof, 'verb' | 'actor'>,
): DataPolicy[] => {
  const role = actor === 'visitor' ? 'anon' : 'authenticated';
  return policies
    .filter(
      ({ permissive, command, roles }) =>
        permissive &&
        (command === 'all' || command === COMMAND[verb]) &&
        (roles.includes('public') || roles.includes(role)),
    )
    .toSorted((a, b) => width(b) - width(a));
};

const conditionOf = ({ command, using, check }: DataPolicy): string =>
  (command === 'insert' ? (check ?? '') : (using ?? check ?? '')).trim();

export const isAlways = (policy: DataPolicy): boolean => /^\(*true\)*$/.test(conditionOf(policy));

/** Any login is enough. */
export const isAnyLogin = (policy: DataPolicy): boolean =>
  /^\(*\s*(?:\(?\s*select\s+)?auth\.(?:role\(\)|jwt\(\)[^=]*)(?:\s+as\s+role\)?)?\)*\s*=\s*'authenticated'(?:::text)?\)*$|^\(*\s*(?:\(?\s*select\s+)?auth\.uid\(\)(?:\s+as\s+uid\)?)?\)*\s+is\s+not\s+null\)*$/i.test(
    conditionOf(policy),
  ) ||
  (isAlways(policy) && policy.roles.length === 1 && policy.roles[0] === 'authenticated');

const width = (policy: DataPolicy): number => (isAlways(policy) ? 2 : isAnyLogin(policy) ? 1 : 0);

export const causeOf = (table: DataTable, proof: DataProof): Cause => {
  if (!table.rls) return 'rls-off';
  const [policy] = policiesFor(table, proof);
  if (policy === undefined) return 'data-proof';
  if (isAnyLogin(policy)) return SERVICE.test(policy.name) ? 'rls-service-policy-open' : 'rls-authenticated-not-owner';
  if (!isAlways(policy)) return 'data-proof';
  if (SERVICE.test(policy.name)) return 'rls-service-policy-open';
  // A policy for all verbs is told once, with all that it opens.
  return proof.verb === 'read' && policy.command === 'select' ? 'data-proof' : 'rls-always-true-write';
};
