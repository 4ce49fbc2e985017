import { defineCheck } from '../../../model/check.ts';
import type { DataPolicy, DataTable } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import { printable } from '../../secrets/leak/text.ts';
import { sqlName, whereOf } from '../database/words.ts';

const READS_IT = /user_meta_?data/i;

const speaksOfIt = ({ using, check }: DataPolicy): boolean => READS_IT.test(`${using ?? ''} ${check ?? ''}`);

const defectOf = (table: DataTable, policy: DataPolicy): Defect => ({
  key: `${table.name}/${policy.name}`,
  where: whereOf(policy.place ?? table.place),
  title: `${sqlName(table.name)}: the policy "${printable(policy.name)}" trusts what accounts say of themselves`,
  proof: {
    kind: 'record',
    text: `Policy "${printable(policy.name)}" for ${policy.command} on ${sqlName(table.name)}: ${printable(policy.using ?? policy.check ?? '')}\nEvery account writes its own user_metadata: supabase.auth.updateUser({ data: { role: 'admin' } }).`,
  },
  data: { table: sqlName(table.name), policy: policy.name },
});

export default defineCheck({
  id: 'audit/rls-user-metadata',
  stage: 'audit',
  bar: ['M1', 'M11'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'No policy trusts user_metadata', fail: 'A policy trusts what accounts say of themselves' },
  why: 'An account changes its own user_metadata with one call from the browser, so a policy that reads a role there makes everybody an administrator who asks for it.',
  references: ['CWE-269', 'ASVS 5.0 8.2.1', 'Supabase: Database Advisors, 0015 rls_references_user_metadata'],
  needs: ['data.schema'],
  evaluate: ({ 'data.schema': { direct, tables } }) =>
    direct === null
      ? 'not-applicable'
      : tables.flatMap((table) =>
          table.rls
            ? table.policies
                .filter((policy) => policy.permissive && speaksOfIt(policy))
                .map((policy) => defectOf(table, policy))
            : [],
        ),
  fix: ({ data }) => {
    const { table, policy } = data as { table: string; policy: string };
    return {
      steps: [
        'Keep roles where accounts cannot write: a table of roles that only the server changes, or `app_metadata`.',
        'Drop the policy and write it again with that, as below.',
      ],
      snippet: {
        path: 'supabase/migrations',
        language: 'sql',
        content: `drop policy "${printable(policy).replaceAll('"', '""')}" on ${table};\ncreate policy "administrators" on ${table} for all to authenticated\n  using ((select auth.jwt()) -> 'app_metadata' ->> 'role' = 'admin');\n`,
      },
      verify: 'npx launch-ready --only audit/rls-user-metadata',
    };
  },
});
