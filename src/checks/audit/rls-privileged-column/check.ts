import { defineCheck } from '../../../model/check.ts';
import type { DataProof, DataTable } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import type { Severity } from '../../../model/severity.ts';
import { firstFew, REPLAYED, settle, sqlName, told, whereOf } from '../database/words.ts';

/** Here a role is one in the whole app, and its server may ask for it. */
const OF_THE_APP = /(?:^|[._])(?:profiles?|users?|accounts?|admins?|staff|roles?|permissions?)$/i;

/** A right over others blocks, unless nothing in the database asks for it; money of one's own is close to it; a badge can wait. */
const severityOf = (table: DataTable, columns: readonly string[]): Severity => {
  const given = table.columns.filter(({ name }) => columns.includes(name));
  const meanings = new Set(given.map(({ meaning }) => meaning));
  if (meanings.has('power'))
    return OF_THE_APP.test(table.name) || given.some(({ asked }) => asked === true) ? 'blocker' : 'high';
  return meanings.has('money') ? 'high' : 'medium';
};

const defectOf = (table: DataTable, proofs: readonly DataProof[]): Defect => {
  const columns = [...new Set(proofs.flatMap((proof) => proof.columns))];
  const writes = table.policies.filter(({ command }) => command !== 'select' && command !== 'delete');
  // The rule for administrators is not the one that lets everybody.
  const lets = writes.find(({ using, check }) => /auth\.uid|\btrue\b/i.test(`${using ?? ''} ${check ?? ''}`));
  const update = lets ?? writes[0];
  const name = sqlName(table.name);
  return {
    key: table.name,
    where: whereOf(update?.place ?? table.place),
    severity: severityOf(table, columns),
    title: `${name}: an account gives itself ${firstFew(columns)}`,
    proof: { kind: 'record', text: [REPLAYED, ...proofs.slice(0, 4).map(told)].join('\n') },
    data: {
      columns,
      sql: [
        `-- Policies say which rows; grants say which columns. List the columns that people fill in themselves.`,
        `revoke insert, update on ${name} from anon, authenticated;`,
        `grant update (${
          table.columns
            .filter(
              (column) =>
                !columns.includes(column.name) &&
                column.meaning !== 'power' &&
                column.meaning !== 'money' &&
                column.meaning !== 'owner' &&
                !/^(?:id|created_at|updated_at)$/.test(column.name),
            )
            .map((column) => column.name)
            .slice(0, 12)
            .join(', ') || '…'
        }) on ${name} to authenticated;`,
      ].join('\n'),
    },
  };
};

export default defineCheck({
  id: 'audit/rls-privileged-column',
  stage: 'audit',
  bar: ['M1', 'M11'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'No account gives itself rights or money', fail: 'An account gives itself a right, a badge or money' },
  why: 'A policy says which row may be changed, not which columns: whoever may change the own profile makes themselves an administrator, or pays with money that nobody paid in.',
  references: ['OWASP API3:2023', 'ASVS 5.0 8.2.3', 'CWE-915', 'Supabase: Column Level Security'],
  needs: ['data.schema', 'data.proofs'],
  evaluate: ({ 'data.schema': { direct, tables }, 'data.proofs': { proofs } }) => {
    if (direct === null) return 'not-applicable';
    const open = tables.flatMap((table) => {
      // Where everything of everybody is open, its own check says so.
      const own = proofs.filter(
        (proof) => proof.subject === table.name && proof.verb === 'promote' && proof.outcome === 'open',
      );
      const all = proofs.some(
        (proof) => proof.subject === table.name && proof.verb === 'change' && proof.outcome === 'open',
      );
      return own.length === 0 || all ? [] : [{ table, own }];
    });
    const defects = open.filter(({ table }) => table.doubt === null).map(({ table, own }) => defectOf(table, own));
    const doubted = open.filter(({ table }) => table.doubt !== null).map(({ table }) => table.name);
    return doubted.length === 0
      ? defects
      : {
          unproven: `In the replay accounts promote themselves in ${firstFew(doubted)}, but not all migrations could be replayed.`,
          unlock: settle(doubted),
          defects,
        };
  },
  fix: ({ data }) => ({
    steps: [
      'Take the right to change these columns away from clients, as below.',
      'Better still, keep roles and balances in a table that only the server writes.',
      'Look for accounts that have helped themselves.',
    ],
    snippet: { path: 'supabase/migrations', language: 'sql', content: `${(data as { sql: string }).sql}\n` },
    verify: 'npx launch-ready --only audit/rls-privileged-column',
  }),
});
