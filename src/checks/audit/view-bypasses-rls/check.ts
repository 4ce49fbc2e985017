import { defineCheck } from '../../../model/check.ts';
import type { DataProof, DataView } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import { firstFew, REPLAYED, sqlName, told, whereOf } from '../database/words.ts';

const defectOf = (view: DataView, proofs: readonly DataProof[]): Defect => {
  const name = sqlName(view.name);
  const columns = [...new Set(proofs.flatMap((proof) => proof.columns))];
  return {
    key: view.name,
    where: whereOf(view.place),
    title: `${name} shows ${firstFew(columns, 3)} of others`,
    proof: {
      kind: 'record',
      text: [
        REPLAYED,
        ...proofs.slice(0, 2).map(told),
        view.materialized
          ? 'A materialized view has no policies.'
          : `The view runs as its owner: the policies of ${firstFew(view.over)} do not hold in it.`,
      ].join('\n'),
    },
    data: {
      sql: view.materialized
        ? `revoke select on ${name} from anon, authenticated;`
        : `alter view ${name} set (security_invoker = true);\n-- or, where it is meant for all, leave the private columns out of it`,
    },
  };
};

export default defineCheck({
  id: 'audit/view-bypasses-rls',
  stage: 'audit',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'minutes',
  title: { pass: 'No view passes by the policies', fail: 'A view shows what the policies hold back' },
  why: 'A view runs as its owner, who passes by row-level security, so what the tables keep closed stands open in it.',
  references: [
    'OWASP API1:2023',
    'CWE-863',
    'ASVS 5.0 8.2.2',
    'Supabase: Database Advisors, 0010 security_definer_view',
  ],
  needs: ['data.schema', 'data.proofs'],
  evaluate: ({ 'data.schema': { direct, views }, 'data.proofs': { proofs } }) => {
    if (direct === null || views.length === 0) return 'not-applicable';
    const defects = views.flatMap((view) => {
      const open = proofs.filter(
        (proof) => proof.on === 'view' && proof.subject === view.name && proof.outcome === 'open',
      );
      // Columns that the tables themselves give to the same reader are told there.
      const own = open.filter(
        (proof) =>
          !proof.columns.every((column) =>
            proofs.some(
              (other) =>
                other.on === 'table' &&
                other.verb === 'read' &&
                other.outcome === 'open' &&
                other.actor === proof.actor &&
                column.startsWith(`${other.subject}.`),
            ),
          ),
      );
      return own.length === 0 || view.invoker ? [] : [defectOf(view, own)];
    });
    const untold = views.filter((view) => {
      const own = proofs.filter((proof) => proof.on === 'view' && proof.subject === view.name);
      return !view.invoker && own.length > 0 && own.every(({ outcome }) => outcome === 'unproven');
    });
    if (untold.length === 0) return defects;
    return {
      unproven: `${firstFew(untold.map(({ name }) => name))} could not be read in the replay.`,
      unlock: 'Read it in a throwaway copy of the database as anon, or give it `security_invoker = true`.',
      defects,
    };
  },
  fix: ({ data }) => ({
    steps: [
      'Let the view ask with the rights of whoever reads it, as below.',
      'Read it once as a visitor and once as another account.',
    ],
    snippet: { path: 'supabase/migrations', language: 'sql', content: `${(data as { sql: string }).sql}\n` },
    verify: 'npx launch-ready --only audit/view-bypasses-rls',
  }),
});
