import { type Check, defineCheck, type Evaluation } from '../../../model/check.ts';
import type { DataProof, DataProofs, DataSchema, DataTable } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import { compareSeverity, type Severity } from '../../../model/severity.ts';
import { closingSql } from './fix-table.ts';
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

const MOST_ALONE = 3;

/** What can wait is told as one when there is much of it. */
const grouped = (defects: readonly Defect[]): Defect[] => {
  const waiting = defects.filter(({ severity }) => severity === 'medium' || severity === 'low');
  const [first] = waiting;
  if (first === undefined || waiting.length <= MOST_ALONE) return [...defects];
  const worst = waiting.find(({ severity }) => severity === 'medium') ?? first;
  const names = waiting.map(({ key }) => key);
  const one: Defect = {
    ...worst,
    key: 'tables that can wait',
    title: `${names.length} more tables: rows can be read or added by those whose they are not`,
    proof: { ...worst.proof, text: `${firstFew(names, 30)}\nFor example ${sqlName(worst.key)}.\n${worst.proof.text}` },
  };
  return [...defects.filter((defect) => !waiting.includes(defect)), one];
};

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
      const open = openFor(cause, schema, proofs);
      const defects = grouped(open.filter(({ table }) => table.doubt === null).map(defectOf));
      const doubted = open.filter(({ table }) => table.doubt !== null);
      const [first] = doubted;
      if (first === undefined) return defects;
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
