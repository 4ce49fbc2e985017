import { type Check, defineCheck, type Evaluation } from '../../../model/check.ts';
import type { DataProof, DataProofs, DataSchema, DataTable } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import { compareSeverity, SEVERITIES, type Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { closingSql } from './fix-table.ts';
import { gapsIn } from './gaps.ts';
import { type Cause, causeOf, isAlways, isAnyLogin, policiesFor, weigh } from './ways.ts';
import { firstFew, REPLAYED, settle, sqlName, told, whereOf } from './words.ts';

interface Words {
  cause: Cause;
  effort: 'minutes' | 'hour';
  title: { pass: string; fail: string };
  why: string;
  references: readonly string[];
  steps: readonly string[];
}

interface Open {
  table: DataTable;
  ways: readonly { proof: DataProof; severity: Severity }[];
}

/** The tables that are open for one cause. A way is told once: what visitors may, every account may. */
const openFor = (cause: Cause, { tables }: DataSchema, { proofs }: DataProofs): Open[] =>
  tables.flatMap((table) => {
    const ways = proofs
      .filter((proof) => proof.on === 'table' && proof.subject === table.name && proof.outcome === 'open')
      .flatMap((proof) => {
        const severity = weigh(table, proof);
        return severity === null || causeOf(table, proof) !== cause ? [] : [{ proof, severity }];
      })
      .toSorted((a, b) => compareSeverity(a.severity, b.severity));
    const once = ways.filter(
      ({ proof }) =>
        proof.actor === 'visitor' ||
        !ways.some((other) => other.proof.actor === 'visitor' && other.proof.verb === proof.verb),
    );
    return once.length === 0 ? [] : [{ table, ways: once }];
  });

/** What was read of people comes first. */
const isRead = ({ ways }: Open): boolean =>
  ways.some(({ proof, severity }) => proof.verb === 'read' && severity === 'blocker');

const MOST_TOLD = 4;

const defectOf = ({ table, ways }: Open): Defect => {
  const all = [...new Set(ways.flatMap(({ proof }) => policiesFor(table, proof)))];
  const open = all.filter((policy) => isAlways(policy) || isAnyLogin(policy));
  // One without a condition is enough; else each of them may be the one.
  const policies = open.length > 0 ? open : all;
  const lines = [REPLAYED, ...ways.slice(0, MOST_TOLD).map(({ proof }) => told(proof))];
  if (!table.rls)
    lines.push(
      `Row-level security is off for ${sqlName(table.name)}, and clients hold the grants that Supabase gives them.`,
    );
  for (const policy of policies.slice(0, 3))
    lines.push(
      `Policy "${policy.name}" for ${policy.command} to ${policy.roles.join(', ')}: ${policy.using ?? policy.check ?? 'true'}`,
    );
  return {
    key: table.name,
    where: whereOf(policies.find((policy) => policy.place !== null)?.place ?? table.place),
    severity: ways[0]?.severity ?? 'high',
    proof: { kind: 'record', text: lines.join('\n') },
    title: `${sqlName(table.name)}: ${summary(ways)}`,
    data: {
      sql: closingSql(
        table,
        policies.map(({ name }) => name),
        open.length > 0,
      ),
      table: sqlName(table.name),
    },
  };
};

const DONE: Readonly<Record<DataProof['verb'], string>> = {
  read: 'read',
  change: 'changed',
  delete: 'deleted',
  add: 'added',
  forge: 'added in the name of others',
  promote: 'promoted',
};

const summary = (ways: Open['ways']): string => {
  const byVisitor = ways.some(({ proof }) => proof.actor === 'visitor');
  const verbs = [...new Set(ways.map(({ proof }) => DONE[proof.verb]))];
  return `rows of others can be ${verbs.length < 2 ? verbs.join('') : `${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1)}`} by ${byVisitor ? 'everybody who opens the page' : 'every account'}`;
};

/** More tables than this are told as one, by how bad they are: nobody mends thirty one after the other. */
const MOST_ALONE: Readonly<Record<Severity, number>> = { blocker: 6, high: 6, medium: 3, low: 3, info: 3 };

const grouped = (defects: readonly Defect[]): Defect[] =>
  SEVERITIES.flatMap((severity) => {
    const own = defects.filter((defect) => defect.severity === severity);
    const alone = own.length <= MOST_ALONE[severity] ? own : own.slice(0, MOST_ALONE[severity] - 1);
    const rest = own.slice(alone.length);
    const [first] = rest;
    return first === undefined ? alone : [...alone, together(first, rest)];
  });

const MOST_SQL = 30;

const together = (first: Defect, all: readonly Defect[]): Defect => ({
  ...first,
  key: `${first.severity} rest`,
  title: `${all.length} more tables are open like this`,
  proof: {
    ...first.proof,
    text:
      all
        .map(({ title }) => title ?? '')
        .slice(0, MOST_SQL)
        .join('\n') + `\nThe first of them:\n${first.proof.text}`,
    more: all
      .flatMap(({ where }) => (where.path === undefined ? [] : [`${printable(where.path)}:${where.line ?? 1}`]))
      .slice(0, 10),
  },
  data: {
    table: 'each of them',
    sql: all
      .slice(0, MOST_SQL)
      .map(({ data }) => (data as { sql: string }).sql)
      .join('\n\n'),
  },
});

/** A check of the tables that are open for one cause, each shown by rows. Tables about which a statement failed are unproven. */
export const defineTableCheck = ({ cause, steps, ...words }: Words): Check<'data.schema' | 'data.proofs'> =>
  defineCheck({
    ...words,
    id: `audit/${cause}`,
    stage: 'audit',
    bar: ['M1', 'M10'],
    severity: 'blocker',
    needs: ['data.schema', 'data.proofs'],
    evaluate: ({ 'data.schema': schema, 'data.proofs': proofs }): Evaluation => {
      if (schema.direct === null) return 'not-applicable';
      const open = openFor(cause, schema, proofs).toSorted((a, b) => Number(isRead(b)) - Number(isRead(a)));
      const defects = grouped(open.filter(({ table }) => table.doubt === null).map(defectOf));
      const doubted = open.filter(({ table }) => table.doubt !== null);
      const [first] = doubted;
      const missed = cause === 'data-proof' ? gapsIn(schema, proofs) : null;
      if (first === undefined) return missed === null ? defects : { ...missed, defects };
      return {
        unproven: `${firstFew(doubted.map(({ table }) => table.name))} ${doubted.length === 1 ? 'is' : 'are'} open in the replay, but not all migrations could be replayed: ${first.table.doubt ?? ''}.`,
        unlock: settle(doubted.map(({ table }) => table.name)),
        defects,
      };
    },
    fix: ({ data }) => {
      const { sql, table } = data as { sql: string; table: string };
      return {
        steps: steps.map((step) => step.replaceAll('{table}', () => table)),
        snippet: { path: 'supabase/migrations', language: 'sql', content: `${sql}\n` },
        verify: `npx launch-ready --only audit/${cause}`,
      };
    },
  });
