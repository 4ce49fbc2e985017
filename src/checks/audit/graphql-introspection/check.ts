import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/graphql-introspection',
  stage: 'audit',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'GraphQL does not describe its schema in production',
    fail: 'GraphQL describes its whole schema in production',
  },
  why: 'Whoever looks for a field without a guard reads all of them first, those of the admin side included: it is the map of what to try.',
  references: ['ASVS 5.0 4.3.2', 'CWE-200', 'OWASP API9:2023'],
  needs: ['code.patterns', 'code.coverage'],
  evaluate: ({ 'code.patterns': patterns, 'code.coverage': { frameworks } }) => {
    const open = patterns.filter(({ kind }) => kind === 'graphql-introspection');
    if (open.length === 0 && (frameworks['graphql'] ?? 0) === 0) return 'not-applicable';
    return open.map(({ at, what, frame }) => ({
      key: at.path,
      where: { path: at.path, line: at.line },
      proof: {
        kind: 'code',
        text: `${printable(what)} answers { __schema { types { name } } } for everybody, whatever NODE_ENV is: nothing in its options forbids it.`,
        ...(frame === undefined ? {} : { frame }),
      },
    }));
  },
  fix: () => ({
    steps: [
      'Forbid it where NODE_ENV is production: NoSchemaIntrospectionCustomRule of graphql among the validationRules, introspection: false with Apollo Server, useDisableIntrospection() with Yoga. Turn the playground off with it.',
      'Give your own clients the schema as a file: their generators take one.',
      'If the API is meant for everybody, waive this with that reason.',
    ],
    verify: 'npx launch-ready --only audit/graphql-introspection',
  }),
});
