import { defineCheck } from '../../../model/check.ts';
import type { SqlTrouble } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import { plural, printable } from '../../secrets/leak/text.ts';

const MOST_TOLD = 6;

const line = ({ place, reason, text }: SqlTrouble): string =>
  `${printable(place.path)}:${place.line}: ${printable(reason)}\n  ${printable(text)}`;

/** One defect for all of them: they are mended in one go, and one is as bad as ten. */
const defectOf = (first: SqlTrouble, all: readonly SqlTrouble[]): Defect => {
  const files = new Set(all.map(({ place }) => place.path)).size;
  return {
    key: 'syntax',
    where: { path: first.place.path, line: first.place.line },
    title: `PostgreSQL cannot read ${plural(all.length, 'statement')} of ${plural(files, 'migration')}`,
    proof: {
      kind: 'code',
      text: [
        'PostgreSQL’s own parser says:',
        ...all.slice(0, MOST_TOLD).map(line),
        ...(all.length > MOST_TOLD ? [`and ${all.length - MOST_TOLD} more`] : []),
      ].join('\n'),
      more: all.slice(MOST_TOLD, MOST_TOLD + 10).map(({ place }) => `${printable(place.path)}:${place.line}`),
    },
  };
};

export default defineCheck({
  id: 'audit/migration-unparsable',
  stage: 'audit',
  bar: [],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'PostgreSQL can read every migration', fail: 'PostgreSQL cannot read a migration' },
  why: 'The migration ends with a syntax error, and with it the deploy; what it was meant to close (a policy, a grant) stays open.',
  references: ['PostgreSQL: SQL Syntax', 'Supabase: Database Migrations'],
  needs: ['data.schema'],
  evaluate: ({ 'data.schema': { sets, troubles } }) => {
    if (sets.every(({ files }) => files === 0)) return 'not-applicable';
    const syntax = troubles.filter(({ kind }) => kind === 'syntax');
    const [first] = syntax;
    return first === undefined ? [] : [defectOf(first, syntax)];
  },
  fix: ({ where }) => ({
    steps: [
      `Mend them, beginning with line ${where.line ?? 1} of ${printable(where.path ?? '')}. Where the migration has never run anywhere, change the file; else add a new one.`,
      'Run all migrations on an empty database before you deploy: `supabase db reset`, or your own command for it.',
    ],
    verify: 'npx launch-ready --only audit/migration-unparsable',
  }),
});
