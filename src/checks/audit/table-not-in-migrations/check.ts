import { defineCheck } from '../../../model/check.ts';
import { plural } from '../../secrets/leak/text.ts';
import { firstFew, settle } from '../database/words.ts';

export default defineCheck({
  id: 'audit/table-not-in-migrations',
  stage: 'audit',
  bar: ['M10'],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Every table that the code asks for is made by a migration',
    fail: 'The code asks for tables that no migration makes',
  },
  why: 'They were made by hand, so nobody sees in the code who may read them, and a new environment does not have them.',
  references: ['CWE-1059', 'Supabase: Database Migrations'],
  needs: ['data.schema'],
  evaluate: ({ 'data.schema': { direct, sets, missing, troubles } }) => {
    if (direct === null) return 'not-applicable';
    const isEmpty = sets.every(({ replayed }) => replayed === 0);
    if (missing.length === 0) return isEmpty ? 'not-applicable' : [];
    const by = Map.groupBy(missing, ({ made }) => made?.by ?? 'nothing');
    const some = (key: 'migration' | 'schema' | 'seed' | 'other' | 'nothing'): string[] =>
      (by.get(key) ?? []).map(({ name }) => name);
    const failed = troubles.filter(({ kind }) => kind === 'failed').length;
    const because =
      failed === 0 ? '' : ` (${plural(failed, 'statement')} could not be replayed, often because a table is not there)`;
    const byHand = [...some('nothing'), ...some('other')];
    const parts = [
      ...(byHand.length > 0
        ? [
            `The code asks Supabase for ${plural(byHand.length, 'table')} that no migration ${isEmpty ? 'with policies ' : ''}makes: ${firstFew(byHand)}.`,
          ]
        : []),
      ...(some('seed').length > 0 ? [`Only a seed makes ${firstFew(some('seed'))}, and no deploy runs it.`] : []),
      ...(some('schema').length > 0
        ? [`Only the declared schema has ${firstFew(some('schema'))}; no migration was made from it: supabase db diff.`]
        : []),
      ...(some('migration').length > 0
        ? [`The migrations of ${firstFew(some('migration'))} failed in the replay${because}.`]
        : []),
    ];
    const names = missing.map(({ name }) => name);
    return {
      unproven: `${parts.join(' ')} Who may read them is not known.`,
      unlock: `${settle(names)} Then write what is there into a migration: supabase db pull.`,
    };
  },
  fix: () => ({
    steps: ['Write the tables that exist into a migration: supabase db pull.'],
    verify: 'npx launch-ready --only audit/table-not-in-migrations',
  }),
});
