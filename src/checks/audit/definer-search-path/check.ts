import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { firstFew, whereOf } from '../database/words.ts';

export default defineCheck({
  id: 'audit/definer-search-path',
  stage: 'audit',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'Functions that run as their owner fix their search_path',
    fail: 'Functions run as their owner without a fixed search_path',
  },
  why: 'Such a function looks names up where its caller says, and runs with its owner’s rights: who can make a table or function anywhere on that path has it run their own.',
  references: ['CWE-426', 'Supabase: Database Advisors, 0011 function_search_path_mutable'],
  needs: ['data.schema'],
  evaluate: ({ 'data.schema': { direct, functions } }) => {
    const definers = functions.filter(({ definer }) => definer);
    if (direct === null || definers.length === 0) return 'not-applicable';
    const loose = definers.filter(({ searchPath }) => !searchPath);
    const [first] = loose;
    if (first === undefined) return [];
    return [
      {
        key: 'search_path',
        where: whereOf(loose.find(({ place }) => place !== null)?.place),
        proof: {
          kind: 'record',
          text: `${plural(loose.length, 'security definer function')} without search_path: ${firstFew(loose.map(({ signature }) => signature))}.`,
          more: loose
            .slice(0, 10)
            .flatMap(({ place }) => (place === null ? [] : [`${printable(place.path)}:${place.line}`])),
        },
        data: {
          signatures: loose
            .slice(0, 20)
            .map(({ name, signature }) => `${name.slice(0, name.indexOf('.'))}.${printable(signature)}`),
        },
      },
    ];
  },
  fix: ({ data }) => ({
    steps: ['Set the path for each of them, and write `public.` before the names in their bodies where it is empty.'],
    snippet: {
      path: 'supabase/migrations',
      language: 'sql',
      content: `${(data as { signatures: readonly string[] }).signatures.map((signature) => `alter function ${signature} set search_path = public, pg_temp;`).join('\n')}\n`,
    },
    verify: 'npx launch-ready --only audit/definer-search-path',
  }),
});
